package io.github.smartia.connect.config.values;

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
        assertThatCode(() -> new TopicName().ensureValid("topic", topic)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a b", "a/b", "caf\u00e9", "a\n", "${topic}"})
    void refusesWhatKafkaRefuses(String topic) {
        assertRefused(topic);
    }

    @Test
    void isOf249CharactersAtMost() {
        assertThatCode(() -> new TopicName().ensureValid("topic", "a".repeat(249)))
                .doesNotThrowAnyException();
        assertRefused("a".repeat(250));
    }

    @Test
    void mayBeEmptyWhereNothingNeedBeWritten() {
        TopicName topic = new TopicName().orEmpty();

        assertThatCode(() -> topic.ensureValid("topic", "")).doesNotThrowAnyException();
        assertThatThrownBy(() -> topic.ensureValid("topic", "a b"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("empty");
    }

    private static void assertRefused(String topic) {
        assertThatThrownBy(() -> new TopicName().ensureValid("topic", topic))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("249");
    }
}
