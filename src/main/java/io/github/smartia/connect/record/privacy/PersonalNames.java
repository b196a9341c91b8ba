package io.github.smartia.connect.record.privacy;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells by the name of a value in JSON what must become of it. Names are all that there is to go by, so a value that may
 * hide names is left out: JSON within a text, or a text that speaks of a personal field.
 */
public final class PersonalNames {

    private static final Pattern USER = Pattern.compile("(?:.*\\.)?user", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern OF_USER =
            Pattern.compile("(?:.*\\.)?user\\..*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern JSON_IN_TEXT = Pattern.compile("\\s*[\\[{\"].*\".*", Pattern.DOTALL);

    private final Set<String> documented;
    private final FieldNames excluded;
    private final FieldNames pseudonymised;
    private final FieldNames treated;

    /** @param documented the names of all documented fields of {@code user} */
    public PersonalNames(Collection<String> documented, Collection<String> excluded, Collection<String> pseudonymised) {
        this.documented = Set.copyOf(documented);
        this.excluded = new FieldNames(excluded);
        this.pseudonymised = new FieldNames(pseudonymised);
        this.treated = new FieldNames(
                Stream.concat(excluded.stream(), pseudonymised.stream()).collect(Collectors.toSet()));
    }

    /** @param around what becomes of the object that holds the value */
    PrivacyAction treatmentOf(String name, PrivacyAction around) {
        if (excluded.areIn(name)) {
            return PrivacyAction.DROP;
        }
        if (pseudonymised.areIn(name)) {
            return PrivacyAction.PSEUDONYMISE;
        }
        if (around == PrivacyAction.USER || around == PrivacyAction.KEEP_OF_USER) {
            return documented.contains(name) ? PrivacyAction.KEEP_OF_USER : PrivacyAction.DROP;
        }
        if (OF_USER.matcher(name).matches()) {
            return PrivacyAction.DROP;
        }
        return USER.matcher(name).matches() ? PrivacyAction.USER : PrivacyAction.KEEP;
    }

    /** Whether a text that would be kept may hold what must not be written. */
    boolean mayBeHiddenIn(String text) {
        return JSON_IN_TEXT.matcher(text).matches() || treated.areIn(text);
    }
}
