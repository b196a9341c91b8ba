package io.github.smartia.connect.record.privacy;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides by its name whether a value in JSON may be written. Only names can be checked, so a value that may hide names is
 * dropped: JSON within a text, or a text that mentions a personal field.
 */
public final class PersonalNames {

    private static final Pattern USER = Pattern.compile("(?:.*\\.)?user", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern OF_USER =
            Pattern.compile("(?:.*\\.)?user\\..*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern JSON_IN_TEXT = Pattern.compile("\\s*[\\[{\"].*\".*", Pattern.DOTALL);

    private final Set<String> documented;
    private final FieldNames excluded;
    private final FieldNames pseudonymised;
    private final FieldNames hidden;

    /** @param documented the names of all documented fields of {@code user} */
    public PersonalNames(Collection<String> documented, Collection<String> excluded, Collection<String> pseudonymised) {
        this.documented = Set.copyOf(documented);
        this.excluded = new FieldNames(excluded);
        this.pseudonymised = new FieldNames(pseudonymised);
        this.hidden = new FieldNames(
                Stream.concat(excluded.stream(), pseudonymised.stream()).collect(Collectors.toSet()));
    }

    /** @param around the action for the object that contains the value */
    PrivacyAction actionFor(String name, PrivacyAction around) {
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

    /** Whether a text that would be kept may contain what must not be written. */
    boolean mayBeHiddenIn(String text) {
        return JSON_IN_TEXT.matcher(text).matches() || hidden.areIn(text);
    }
}
