package io.github.smartia.connect.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoicesTest {

    @Test
    void offersTheValuesOfSettingsThatHaveFew() {
        Map<String, ConfigValue> settings = validated(Properties.minimal());

        assertThat(settings.get("streams").recommendedValues()).containsExactly("completed", "in-progress");
        assertThat(settings.get("in.progress.endpoint").recommendedValues()).containsExactly("search", "in-progress");
        assertThat(settings.get("record.timestamp").recommendedValues()).containsExactly("ingestion", "event");
        assertThat(settings.get("record.shape").recommendedValues()).containsExactly("nested", "flat");
        assertThat(settings.get("api.url").recommendedValues()).isEmpty();
    }

    @Test
    void showsEverythingWhereBothStreamsAreRead() {
        assertThat(hidden("completed,in-progress")).isEmpty();
    }

    @Test
    void hidesWhatAStreamThatIsNotReadWouldNeed() {
        assertThat(hidden("completed"))
                .containsExactlyInAnyOrder("in.progress.endpoint", "topic.in.progress", "in.progress.tombstones");
        assertThat(hidden("in-progress")).containsExactlyInAnyOrder("topic.completed", "in.progress.tombstones");
    }

    @ParameterizedTest
    @CsvSource({
        "user.pseudonym.secret, user.fields.pseudonymise, upn",
        "api.ssl.truststore.password, api.ssl.truststore.location, /etc/ca.pem",
        "api.ssl.truststore.type, api.ssl.truststore.location, /etc/ca.pem",
    })
    void showsWhatAnotherSettingNeedsOnceThatIsSet(String setting, String other, String value) {
        assertThat(validated(Properties.minimal()).get(setting).visible()).isFalse();
        assertThat(validated(Properties.with(other, value)).get(setting).visible())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user.pseudonym.secret", "api.ssl.truststore.password"})
    void showsWhatNothingNeedsWhereItIsSet(String setting) {
        assertThat(validated(Properties.with(setting, "a secret of the right length"))
                        .get(setting)
                        .visible())
                .isTrue();
    }

    @Test
    void hidesTheKeyWhereOrganisationsHaveTheirOwn() {
        Map<String, String> many = Map.of("organisations", "oaks");

        assertThat(validated(many).get("api.key").visible()).isFalse();
        assertThat(validated(Map.of()).get("api.key").visible()).isTrue();
        assertThat(validated(Properties.with("organisations", "oaks"))
                        .get("api.key")
                        .visible())
                .isTrue();
    }

    @Test
    void hidesNothingWhileTheStreamsAreWrong() {
        assertThat(hidden("finished")).isEmpty();
    }

    /** With all else set that settings depend on. */
    private static List<String> hidden(String streams) {
        Map<String, String> settings = Properties.with(
                "streams", streams, "user.fields.pseudonymise", "upn", "api.ssl.truststore.location", "/etc/ca.pem");
        return validated(settings).values().stream()
                .filter(setting -> !setting.visible())
                .map(ConfigValue::name)
                .toList();
    }

    private static Map<String, ConfigValue> validated(Map<String, String> properties) {
        Map<String, ConfigValue> settings = new HashMap<>();
        SmartIaSourceConfig.definition().validate(properties).forEach(setting -> settings.put(setting.name(), setting));
        return settings;
    }
}
