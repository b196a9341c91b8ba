package io.github.smartia.connect.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionStreamTest {

    @Test
    void streamsAreNamedAsInTheSettings() {
        assertThat(SessionStream.named("completed")).contains(SessionStream.COMPLETED);
        assertThat(SessionStream.named("in-progress")).contains(SessionStream.IN_PROGRESS);
    }

    @ParameterizedTest
    @EnumSource
    void everyStreamIsFoundByItsOwnName(SessionStream stream) {
        assertThat(SessionStream.named(stream.streamName())).contains(stream);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Completed", "COMPLETED", "in_progress", " completed"})
    void otherSpellingsNameNoStream(String name) {
        assertThat(SessionStream.named(name)).isEmpty();
    }
}
