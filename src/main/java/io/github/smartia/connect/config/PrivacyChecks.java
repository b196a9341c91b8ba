package io.github.smartia.connect.config;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that the privacy settings fit together, and that converter settings do not break them. */
final class PrivacyChecks {

    /** Settings that make Confluent's and Apicurio's converters write with the newest registered schema or with a given one. */
    private static final Pattern OTHER_SCHEMA = Pattern.compile("((?:key|value|header)\\.converter\\.)"
            + "(use\\.latest\\.(?:version|with\\.metadata)|use\\.schema\\.id"
            + "|apicurio\\.registry\\.(?:find-latest|artifact\\.version))");

    private static final Set<String> OFF = Set.of("", "false", "no", "-1");

    private PrivacyChecks() {}

    /** @param properties all properties that are set */
    static void add(Findings found, Map<String, ?> properties) {
        noFieldIsExcludedAndPseudonymised(found);
        secretIsSetIfItIsUsed(found);
        convertersUseTheSchemaOfTheRecord(found, properties);
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

    /** A converter that uses another schema writes each value to the field at the same position in that schema. */
    private static void convertersUseTheSchemaOfTheRecord(Findings found, Map<String, ?> properties) {
        if (found.list(PrivacySettings.EXCLUDE).isEmpty()) {
            return;
        }
        properties.keySet().stream()
                .filter(property -> choosesAnotherSchema(property, properties))
                .forEach(property -> found.add(
                        PrivacySettings.EXCLUDE,
                        "%1$s must be empty if %2$s is set. That converter fills the fields of a registered schema by "
                                + "position, so values would be written to the wrong fields. Remove %2$s, and register "
                                + "the schema that belongs to these settings.",
                        PrivacySettings.EXCLUDE,
                        property));
    }

    /** Apicurio's converter uses the schema of the record if it registers that schema itself. */
    private static boolean choosesAnotherSchema(String property, Map<String, ?> properties) {
        Matcher setting = OTHER_SCHEMA.matcher(property);
        return setting.matches()
                && !OFF.contains(text(properties, property))
                && !text(properties, setting.group(1) + "apicurio.registry.auto-register")
                        .equals("true");
    }

    private static String text(Map<String, ?> properties, String name) {
        return properties.containsKey(name)
                ? String.valueOf(properties.get(name)).strip().toLowerCase(Locale.ROOT)
                : "";
    }
}
