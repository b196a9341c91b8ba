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
import java.util.Set;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;

class ConfigValidationTest {

    private static final Set<String> NAMES = SmartIaSourceConfig.definition().names();

    private final FakePageFetcher api = FakePageFetcher.answering();

    @Test
    void soundSettingsAreAllDescribedAndTheApiAsked() {
        List<ConfigValue> settings = validate(api, Properties.minimal());

        assertThat(settings).extracting(ConfigValue::name).containsExactlyInAnyOrderElementsOf(NAMES);
        assertThat(Properties.errors(settings)).isEmpty();
        assertThat(api.queries).hasSize(1);
    }

    @Test
    void allMistakesAreReportedAndTheApiNotAsked() {
        Map<String, String> settings = Properties.with(
                "page.size", "many", "start.date", "soon", "topic.in.progress", "smart-ia.sessions.completed");

        assertThat(Properties.errors(validate(api, settings)))
                .containsOnlyKeys("page.size", "start.date", "topic.in.progress")
                .allSatisfy((setting, messages) -> assertThat(messages).hasSize(1));
        assertThat(api.queries).isEmpty();
    }

    @Test
    void ifTheApiRejectsTheKeyTheKeyHasTheError() {
        FakePageFetcher refusing = FakePageFetcher.failing(ApiExceptions.noAnswer(Kind.KEY_REJECTED, "401"));

        assertThat(Properties.errors(validate(refusing, Properties.minimal()))).containsOnlyKeys("api.key");
        assertThat(refusing.queries).hasSize(1);
    }

    @Test
    void misspeltNameIsRefusedWithoutItsValue() {
        List<ConfigValue> settings =
                validate(api, Properties.with("user.fields.exclud", "fullName", "description", "a note"));

        assertThat(Properties.errors(settings)).containsOnlyKeys("user.fields.exclud");
        assertThat(settings)
                .filteredOn(ConfigValue::name, "user.fields.exclud")
                .singleElement()
                .matches(setting -> setting.value() == null)
                .asString()
                .contains("Did you mean user.fields.exclude?")
                .doesNotContain("fullName");
        assertThat(api.queries).isEmpty();
    }

    @Test
    void otherUnknownNamesAreAccepted() {
        Map<String, String> properties =
                Properties.with("description", "a note", "transforms", "flat", "transforms.flat.type", "Flatten");

        assertThat(Properties.errors(validate(api, properties))).isEmpty();
    }

    @Test
    void everyNullIsRefusedByItsName() {
        Map<String, String> nulls = new HashMap<>();
        NAMES.forEach(setting -> nulls.put(setting, null));

        assertThat(Properties.errors(validate(api, nulls))).containsOnlyKeys(NAMES);
    }

    @Test
    void keyShowsInNoValueAndNoMessage() {
        List<ConfigValue> settings =
                validate(api, Properties.with("api.key", Properties.KEY + " ", "api.url", "http://century.tech"));

        assertThat(settings.toString()).doesNotContain(Properties.KEY);
    }

    private static List<ConfigValue> validate(FakePageFetcher api, Map<String, String> properties) {
        return new ConfigValidation(new ConnectionCheck(organisation -> api, Duration.ofSeconds(5)))
                .validate(properties);
    }
}
