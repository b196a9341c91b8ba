package io.github.smartia.connect.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;

class ChoicesTest {

    @Test
    void offersTheValuesOfSettingsThatHaveFew() {
        Map<String, ConfigValue> settings = validated(Properties.minimal());

        assertThat(settings.get("streams").recommendedValues()).containsExactly("completed", "in-progress");
        assertThat(settings.get("in.progress.endpoint").recommendedValues()).containsExactly("search", "in-progress");
        assertThat(settings.get("record.timestamp").recommendedValues()).containsExactly("ingestion", "event");
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

    @Test
    void hidesNothingWhileTheStreamsAreWrong() {
        assertThat(hidden("finished")).isEmpty();
    }

    private static List<String> hidden(String streams) {
        return validated(Properties.with("streams", streams)).values().stream()
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
