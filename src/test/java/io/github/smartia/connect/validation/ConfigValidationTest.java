package io.github.smartia.connect.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.ApiExceptions;
import io.github.smartia.connect.config.Properties;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;

class ConfigValidationTest {

    private final FakePageFetcher api = FakePageFetcher.answering();

    @Test
    void answersForEverySettingWhereAllIsWell() {
        List<ConfigValue> settings = validation(api).validate(Properties.minimal());

        assertThat(settings)
                .extracting(ConfigValue::name)
                .containsExactlyInAnyOrderElementsOf(
                        SmartIaSourceConfig.definition().names());
        assertThat(settings)
                .allSatisfy(setting -> assertThat(setting.errorMessages()).isEmpty());
    }

    @Test
    void reportsAllWrongSettingsAtOnceAndDoesNotAskTheApi() {
        Map<String, List<String>> errors =
                errors(api, Map.of("page.size", "many", "start.date", "soon", "streams", "all"));

        assertThat(errors).containsOnlyKeys("api.key", "page.size", "start.date", "streams");
        assertThat(errors.values()).allSatisfy(messages -> assertThat(messages).hasSize(1));
        assertThat(api.queries).isEmpty();
    }

    @Test
    void reportsWrongSettingsAndSettingsAtOddsTogether() {
        Map<String, List<String>> errors =
                errors(api, Properties.with("page.size", "0", "topic.in.progress", "smart-ia.sessions.completed"));

        assertThat(errors).containsOnlyKeys("page.size", "topic.in.progress");
        assertThat(api.queries).isEmpty();
    }

    @Test
    void doesNotAskTheApiWhereSettingsAreAtOdds() {
        errors(api, Properties.with("api.retry.backoff.ms", "61000"));

        assertThat(api.queries).isEmpty();
    }

    @Test
    void putsTheAnswerOfTheApiOnTheSettingToCorrect() {
        FakePageFetcher refusing =
                FakePageFetcher.failing(ApiExceptions.answered(Kind.KEY_REJECTED, 401, "POST search: 401"));

        assertThat(errors(refusing, Properties.minimal())).containsOnlyKeys("api.key");
        assertThat(refusing.queries).hasSize(1);
    }

    @Test
    void refusesAMisspeltNameByThatNameAndDoesNotAskTheApi() {
        List<ConfigValue> settings =
                validation(api).validate(Properties.with("user.fields.exclud", "fullName", "description", "a note"));

        assertThat(settings)
                .filteredOn(setting -> !setting.errorMessages().isEmpty())
                .singleElement()
                .satisfies(setting -> {
                    assertThat(setting.name()).isEqualTo("user.fields.exclud");
                    assertThat(setting.value()).isNull();
                    assertThat(setting.errorMessages())
                            .singleElement()
                            .asString()
                            .contains("Did you mean user.fields.exclude?")
                            .doesNotContain("fullName");
                });
        assertThat(api.queries).isEmpty();
    }

    @Test
    void leavesOtherUnknownNamesAlone() {
        Map<String, String> properties =
                Properties.with("description", "a note", "transforms", "flat", "transforms.flat.type", "Flatten");

        assertThat(errors(api, properties)).isEmpty();
        assertThat(api.queries).hasSize(1);
    }

    @Test
    void refusesExcludedFieldsWithAConverterThatUsesTheLatestSchema() {
        assertThat(errors(
                        api,
                        Properties.with(
                                "user.fields.exclude", "fullName", "value.converter.use.latest.version", "true")))
                .containsOnlyKeys("user.fields.exclude");
    }

    @Test
    void refusesEveryNullByItsName() {
        Map<String, String> nulls = new HashMap<>();
        SmartIaSourceConfig.definition().names().forEach(setting -> nulls.put(setting, null));

        assertThat(errors(api, nulls))
                .containsOnlyKeys(SmartIaSourceConfig.definition().names());
    }

    @Test
    void showsTheKeyInNoValueAndNoMessage() {
        List<ConfigValue> settings = validation(api)
                .validate(Properties.with("api.key", Properties.KEY + " ", "api.url", "http://century.tech"));

        assertThat(settings.toString()).doesNotContain(Properties.KEY);
    }

    private static Map<String, List<String>> errors(FakePageFetcher api, Map<String, String> properties) {
        return validation(api).validate(properties).stream()
                .filter(setting -> !setting.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
    }

    private static ConfigValidation validation(FakePageFetcher api) {
        return new ConfigValidation(new ConnectionCheck(organisation -> api, Duration.ofSeconds(5)));
    }
}
