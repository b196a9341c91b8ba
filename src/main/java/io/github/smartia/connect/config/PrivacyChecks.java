package io.github.smartia.connect.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.types.Password;

/** What must hold between the privacy settings, and between them and the converters. */
final class PrivacyChecks {

    private static final Pattern USE_LATEST =
            Pattern.compile("(key|value|header)\\.converter\\.use\\.latest\\.version");

    private final Map<String, ?> values;
    private final List<Problem> problems = new ArrayList<>();

    private PrivacyChecks(Map<String, ?> values) {
        this.values = values;
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
        return List.copyOf(checks.problems);
    }

    private void noFieldIsExcludedAndPseudonymised() {
        if (values.get(PrivacySettings.EXCLUDE) instanceof List<?> excluded
                && values.get(PrivacySettings.PSEUDONYMISE) instanceof List<?> pseudonymised) {
            excluded.stream()
                    .filter(pseudonymised::contains)
                    .forEach(field -> complain(
                            PrivacySettings.PSEUDONYMISE,
                            "%s is in %s and in %s. Name it in one of them: it is either left out or a pseudonym."
                                    .formatted(field, PrivacySettings.EXCLUDE, PrivacySettings.PSEUDONYMISE)));
        }
    }

    private void secretIsThereWhereItIsUsed() {
        if (!(values.get(PrivacySettings.PSEUDONYMISE) instanceof List<?> fields)
                || !(values.get(PrivacySettings.SECRET) instanceof Password secret)) {
            return;
        }
        if (!fields.isEmpty() && secret.value().isEmpty()) {
            complain(
                    PrivacySettings.SECRET,
                    "%s must be set where %s names a field: without a secret anyone could find by trying what a"
                                    .formatted(PrivacySettings.SECRET, PrivacySettings.PSEUDONYMISE)
                            + " pseudonym stands for.");
        }
        if (fields.isEmpty() && !secret.value().isEmpty()) {
            complain(
                    PrivacySettings.SECRET,
                    "%1$s is set, but %2$s names no field, so nothing is pseudonymised. Name fields in %2$s, or remove"
                                    .formatted(PrivacySettings.SECRET, PrivacySettings.PSEUDONYMISE)
                            + " the secret.");
        }
    }

    /** The converter takes the registered schema, and writes each field to the place of that number in it. */
    private void converterKeepsFieldsApart(String property, Object value) {
        if (USE_LATEST.matcher(property).matches()
                && "true".equalsIgnoreCase(String.valueOf(value).strip())
                && values.get(PrivacySettings.EXCLUDE) instanceof List<?> excluded
                && !excluded.isEmpty()) {
            complain(
                    PrivacySettings.EXCLUDE,
                    "%s must be empty where %s is true: that converter fills the fields of the registered schema by"
                                    .formatted(PrivacySettings.EXCLUDE, property)
                            + " position, so where fields are left out, values land in the wrong field. Set "
                            + property + " to false, and register the schema that belongs to these settings.");
        }
    }

    private void complain(String setting, String message) {
        problems.add(new Problem(setting, message));
    }
}
