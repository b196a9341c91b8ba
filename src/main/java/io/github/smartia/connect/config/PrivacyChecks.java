package io.github.smartia.connect.config;

import java.util.Map;
import java.util.regex.Pattern;

/** Checks that the privacy settings fit together, and that converters keep to them. */
final class PrivacyChecks {

    private static final Pattern USE_LATEST =
            Pattern.compile("(key|value|header)\\.converter\\.use\\.latest\\.version");

    private PrivacyChecks() {}

    /** @param properties everything that is set */
    static void add(Findings found, Map<String, ?> properties) {
        noFieldIsExcludedAndPseudonymised(found);
        secretIsSetIfItIsUsed(found);
        properties.forEach((property, value) -> converterUsesTheSchema(found, property, value));
    }

    private static void noFieldIsExcludedAndPseudonymised(Findings found) {
        found.list(PrivacySettings.EXCLUDE).stream()
                .filter(found.list(PrivacySettings.PSEUDONYMISE)::contains)
                .forEach(field -> found.add(
                        PrivacySettings.PSEUDONYMISE,
                        "%s is in %s and in %s. Name it in only one: a field is either excluded or pseudonymised.",
                        field,
                        PrivacySettings.EXCLUDE,
                        PrivacySettings.PSEUDONYMISE));
    }

    private static void secretIsSetIfItIsUsed(Findings found) {
        if (!found.has(PrivacySettings.PSEUDONYMISE) || !found.has(PrivacySettings.SECRET)) {
            return;
        }
        boolean used = !found.list(PrivacySettings.PSEUDONYMISE).isEmpty();
        boolean set = found.text(PrivacySettings.SECRET).isPresent();
        if (used != set) {
            String message = used
                    ? "%s must be set if %s names a field. Without a secret, anyone could test which value a pseudonym "
                            + "belongs to."
                    : "%s is set, but %2$s names no field, so nothing is pseudonymised. Name fields in %2$s, or remove "
                            + "the secret.";
            found.add(PrivacySettings.SECRET, message, PrivacySettings.SECRET, PrivacySettings.PSEUDONYMISE);
        }
    }

    private static void converterUsesTheSchema(Findings found, String property, Object value) {
        if (USE_LATEST.matcher(property).matches()
                && "true".equalsIgnoreCase(String.valueOf(value).strip())
                && !found.list(PrivacySettings.EXCLUDE).isEmpty()) {
            found.add(
                    PrivacySettings.EXCLUDE,
                    "%s must be empty if %s is true. That converter fills the fields of the registered schema by "
                            + "position, so values would be written to the wrong fields. Set %2$s to false, and "
                            + "register the schema that belongs to these settings.",
                    PrivacySettings.EXCLUDE,
                    property);
        }
    }
}
