package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTest {

    @Test
    void streamsAreNamedAsInTheSettings() {
        assertThat(Stream.named("completed")).contains(Stream.COMPLETED);
        assertThat(Stream.named("in-progress")).contains(Stream.IN_PROGRESS);
    }

    @ParameterizedTest
    @EnumSource
    void everyStreamIsFoundByItsOwnName(Stream stream) {
        assertThat(Stream.named(stream.streamName())).contains(stream);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Completed", "COMPLETED", "in_progress", " completed"})
    void otherSpellingsNameNoStream(String name) {
        assertThat(Stream.named(name)).isEmpty();
    }
}
