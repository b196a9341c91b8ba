package io.github.smartia.connect.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "...", "..a", "A_b-c.9", "smart-ia.sessions.completed"})
    void takesWhatKafkaTakes(String topic) {
        assertThatCode(() -> TopicSettings.VALID_TOPIC.ensureValid("topic", topic))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a b", "a/b", "caf\u00e9", "a\n", "${topic}"})
    void refusesWhatKafkaRefuses(String topic) {
        assertRefused(topic);
    }

    @Test
    void isOf249CharactersAtMost() {
        assertThatCode(() -> TopicSettings.VALID_TOPIC.ensureValid("topic", "a".repeat(249)))
                .doesNotThrowAnyException();
        assertRefused("a".repeat(250));
    }

    private static void assertRefused(String topic) {
        assertThatThrownBy(() -> TopicSettings.VALID_TOPIC.ensureValid("topic", topic))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("249");
    }
}
