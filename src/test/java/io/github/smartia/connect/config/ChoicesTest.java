package io.github.smartia.connect.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoicesTest {

    @Test
    void fewPossibleValuesAreRecommended() {
        Map<String, ConfigValue> settings = validated(Properties.minimal());

        assertThat(settings.get("streams").recommendedValues()).containsExactly("completed", "in-progress");
        assertThat(settings.get("in.progress.endpoint").recommendedValues()).containsExactly("search", "in-progress");
        assertThat(settings.get("record.timestamp").recommendedValues()).containsExactly("ingestion", "event");
        assertThat(settings.get("record.shape").recommendedValues()).containsExactly("nested", "flat");
        assertThat(settings.get("api.url").recommendedValues()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'completed,in-progress', ",
        "completed, 'in.progress.endpoint,topic.in.progress,in.progress.tombstones'",
        "in-progress, 'topic.completed,in.progress.tombstones'",
        "finished, ",
    })
    void whatAStreamThatIsNotReadNeedsIsHidden(String streams, String hidden) {
        Map<String, String> settings = Properties.with(
                "streams", streams, "user.fields.pseudonymise", "upn", "api.ssl.truststore.location", "/etc/ca.pem");

        assertThat(validated(settings).values().stream()
                        .filter(setting -> !setting.visible())
                        .map(ConfigValue::name))
                .containsExactlyInAnyOrder(hidden == null ? new String[0] : hidden.split(","));
    }

    @ParameterizedTest
    @CsvSource({
        "user.pseudonym.secret, user.fields.pseudonymise, upn",
        "api.ssl.truststore.password, api.ssl.truststore.location, /etc/ca.pem",
        "api.ssl.truststore.type, api.ssl.truststore.location, /etc/ca.pem",
    })
    void whatAnotherSettingNeedsIsShownWithIt(String setting, String other, String value) {
        assertThat(isVisible(Properties.minimal(), setting)).isFalse();
        assertThat(isVisible(Properties.with(other, value), setting)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user.pseudonym.secret", "api.ssl.truststore.password"})
    void secretThatIsSetIsShown(String setting) {
        assertThat(isVisible(Properties.with(setting, "a secret of the right length"), setting))
                .isTrue();
    }

    @Test
    void keyIsHiddenIfOrganisationsHaveTheirOwn() {
        assertThat(isVisible(Map.of("organisations", "oaks"), "api.key")).isFalse();
        assertThat(isVisible(Map.of(), "api.key")).isTrue();
        assertThat(isVisible(Properties.with("organisations", "oaks"), "api.key"))
                .isTrue();
    }

    private static boolean isVisible(Map<String, String> properties, String setting) {
        return validated(properties).get(setting).visible();
    }

    private static Map<String, ConfigValue> validated(Map<String, String> properties) {
        Map<String, ConfigValue> settings = new HashMap<>();
        SmartIaSourceConfig.definition().validate(properties).forEach(setting -> settings.put(setting.name(), setting));
        return settings;
    }
}
