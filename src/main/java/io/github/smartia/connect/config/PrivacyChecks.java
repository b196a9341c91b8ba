package io.github.smartia.connect.config;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What must hold between the privacy settings, and between them and the converters. */
final class PrivacyChecks {

    private static final Pattern USE_LATEST =
            Pattern.compile("(key|value|header)\\.converter\\.use\\.latest\\.version");

    private final Findings found;

    private PrivacyChecks(Map<String, ?> values) {
        this.found = new Findings(values);
    }

    /**
     * Finds what does not fit together.
     *
     * @param values parsed values of sound settings by name
     * @param properties all that is set
     */
    static List<Problem> problems(Map<String, ?> values, Map<String, ?> properties) {
        PrivacyChecks checks = new PrivacyChecks(values);
        checks.noFieldIsExcludedAndPseudonymised();
        checks.secretIsThereWhereItIsUsed();
        properties.forEach(checks::converterKeepsFieldsApart);
        return checks.found.problems();
    }

    private void noFieldIsExcludedAndPseudonymised() {
        found.list(PrivacySettings.EXCLUDE).stream()
                .filter(found.list(PrivacySettings.PSEUDONYMISE)::contains)
                .forEach(field -> found.complain(
                        PrivacySettings.PSEUDONYMISE,
                        "%s is in %s and in %s. Name it in only one: a field is either excluded or pseudonymised."
                                .formatted(field, PrivacySettings.EXCLUDE, PrivacySettings.PSEUDONYMISE)));
    }

    private void secretIsThereWhereItIsUsed() {
        if (!found.has(PrivacySettings.PSEUDONYMISE) || !found.has(PrivacySettings.SECRET)) {
            return;
        }
        boolean isUsed = !found.list(PrivacySettings.PSEUDONYMISE).isEmpty();
        boolean isSet = found.text(PrivacySettings.SECRET).isPresent();
        if (isUsed && !isSet) {
            complainOfTheSecret(
                    "%1$s must be set if %2$s names a field. Without a secret, anyone could test which value a "
                            + "pseudonym belongs to.");
        }
        if (!isUsed && isSet) {
            complainOfTheSecret(
                    "%1$s is set, but %2$s names no field, so nothing is pseudonymised. Name fields in %2$s,"
                            + " or remove the secret.");
        }
    }

    private void complainOfTheSecret(String message) {
        found.complain(PrivacySettings.SECRET, message.formatted(PrivacySettings.SECRET, PrivacySettings.PSEUDONYMISE));
    }

    /** The converter takes the registered schema, and writes each field to the place of that number in it. */
    private void converterKeepsFieldsApart(String property, Object value) {
        if (USE_LATEST.matcher(property).matches()
                && "true".equalsIgnoreCase(String.valueOf(value).strip())
                && !found.list(PrivacySettings.EXCLUDE).isEmpty()) {
            found.complain(
                    PrivacySettings.EXCLUDE,
                    "%s must be empty if %s is true. That converter fills the fields of the registered schema by"
                                    .formatted(PrivacySettings.EXCLUDE, property)
                            + " position, so values would be written to the wrong fields. Set "
                            + property + " to false, and register the schema that belongs to these settings.");
        }
    }
}
