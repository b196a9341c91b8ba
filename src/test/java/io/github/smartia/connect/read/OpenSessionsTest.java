package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OpenSessionsTest {

    private final OpenSessions sessions = new OpenSessions();

    @Test
    void aSessionIsClosedOnce() {
        sessions.open(1);

        assertThat(sessions.close(1)).isTrue();
        assertThat(sessions.close(1)).isFalse();
        assertThat(sessions.close(2)).as("never opened").isFalse();
    }

    @Test
    void whatWasClosedIsKeptUntilTheOpenOnesAre() {
        sessions.open(1);
        sessions.open(2);
        sessions.close(1);
        assertThat(sessions.allOpen()).containsExactly(2L);
        assertThat(sessions.closedSince()).containsExactly(1L);

        sessions.kept();

        assertThat(sessions.closedSince()).isEmpty();
    }

    @Test
    void whatAnEarlierRunOpenedAndDidNotCloseIsOpen() {
        sessions.restoreOpen(List.of(1L, 2L, 3L));
        sessions.restoreClosed(List.of(2L));

        assertThat(sessions.allOpen()).containsExactly(1L, 3L);
        assertThat(sessions.closedSince()).as("still not in the other offset").containsExactly(2L);
    }

    @Test
    void theFirstAreForgottenOfMoreThanTheOffsetsHold() {
        LongStream.rangeClosed(1, 50_000).forEach(sessions::open);
        assertThat(sessions.allOpen())
                .hasSize(20_000)
                .contains(30_001L, 50_000L)
                .doesNotContain(30_000L);

        LongStream.rangeClosed(30_001, 40_000).forEach(sessions::close);

        assertThat(sessions.closedSince())
                .hasSize(8_000)
                .contains(32_001L, 40_000L)
                .doesNotContain(32_000L);
    }
}
