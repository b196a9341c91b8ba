package io.github.smartia.connect.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivacyChecksTest {

    private static final Password SECRET = new Password("a secret of the right length");

    @Test
    void defaultsAgree() {
        assertThat(problems(Map.of())).isEmpty();
    }

    @Test
    void aFieldIsEitherLeftOutOrAPseudonym() {
        assertProblem(
                problems(Map.of(
                        "user.fields.exclude",
                        List.of("upn", "fullName"),
                        "user.fields.pseudonymise",
                        List.of("userId", "upn"),
                        "user.pseudonym.secret",
                        SECRET)),
                "user.fields.pseudonymise",
                "upn",
                "user.fields.exclude");
    }

    @Test
    void pseudonymsWithoutASecretAreRefused() {
        assertProblem(problems(Map.of("user.fields.pseudonymise", List.of("upn"))), "user.pseudonym.secret", "must be");
    }

    @Test
    void aSecretWithoutPseudonymsIsRefused() {
        assertProblem(
                problems(Map.of("user.pseudonym.secret", SECRET)),
                "user.pseudonym.secret",
                "user.fields.pseudonymise names no field",
                "nothing is pseudonymised");
    }

    @Test
    void pseudonymsWithASecretAgree() {
        assertThat(problems(Map.of("user.fields.pseudonymise", List.of("upn"), "user.pseudonym.secret", SECRET)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "value.converter.use.latest.version, true",
        "value.converter.use.latest.version, ' TRUE '",
        "key.converter.use.latest.version, true",
        "value.converter.use.latest.with.metadata, application=x",
        "value.converter.use.schema.id, 17",
        "value.converter.apicurio.registry.find-latest, true",
        "value.converter.apicurio.registry.artifact.version, 3",
    })
    void excludedFieldsAndAnotherSchemaAreRejected(String setting, String value) {
        assertProblem(
                problems(Map.of("user.fields.exclude", List.of("fullName")), Map.of(setting, value)),
                "user.fields.exclude",
                setting,
                "by position",
                "the wrong field");
    }

    @ParameterizedTest
    @CsvSource({
        "value.converter.use.latest.version, false",
        "value.converter.use.latest.version, ''",
        "value.converter.use.latest.version, no",
        "value.converter.use.schema.id, -1",
        "value.converter.apicurio.registry.find-latest, false",
    })
    void excludedFieldsAndTheirOwnSchemaAgree(String setting, String value) {
        assertThat(problems(Map.of("user.fields.exclude", List.of("fullName")), Map.of(setting, value)))
                .isEmpty();
    }

    /** With auto-registration, Apicurio's converter registers the record's schema and ignores find-latest. */
    @Test
    void excludedFieldsAndAutoRegistrationAgree() {
        assertThat(problems(
                        Map.of("user.fields.exclude", List.of("fullName")),
                        Map.of(
                                "value.converter.apicurio.registry.find-latest", "true",
                                "value.converter.apicurio.registry.auto-register", "true")))
                .isEmpty();
    }

    @Test
    void theLatestSchemaWithAllFieldsAgrees() {
        Map<String, ?> latest = Map.of("value.converter.use.latest.version", "true");

        assertThat(problems(Map.of(), latest)).isEmpty();
        assertThat(problems(
                        Map.of("user.fields.pseudonymise", List.of("upn"), "user.pseudonym.secret", SECRET), latest))
                .isEmpty();
    }

    @Test
    void whatIsNotThereIsNotJudged() {
        assertThat(found(Map.of(), Map.of("value.converter.use.latest.version", "true")))
                .isEmpty();
        assertThat(found(Map.of("user.pseudonym.secret", SECRET), Map.of())).isEmpty();
    }

    private static void assertProblem(List<Problem> problems, String setting, String... parts) {
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.setting()).isEqualTo(setting);
            assertThat(problem.message()).contains(parts).doesNotContain(SECRET.value());
        });
    }

    private static List<Problem> problems(Map<String, Object> changes) {
        return problems(changes, Map.of());
    }

    private static List<Problem> problems(Map<String, Object> changes, Map<String, ?> properties) {
        Map<String, Object> values =
                new HashMap<>(SmartIaSourceConfig.definition().parse(Properties.minimal()));
        values.putAll(changes);
        return found(values, properties);
    }

    private static List<Problem> found(Map<String, ?> values, Map<String, ?> properties) {
        Findings found = new Findings(values);
        PrivacyChecks.add(found, properties);
        return found.problems();
    }
}
