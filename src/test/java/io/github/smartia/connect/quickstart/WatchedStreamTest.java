package io.github.smartia.connect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.stack.SourceOffset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchedStreamTest {

    private static final SourceOffset COMPLETED = new SourceOffset(
            Map.of("organisation", "default", "stream", "completed"),
            Map.of("endDate", "2026-01-06T00:00:00.000Z", "sessionId", "a"));
    private static final SourceOffset IN_PROGRESS = new SourceOffset(
            Map.of("organisation", "default", "stream", "in-progress"),
            Map.of("startDate", "2026-01-07T00:00:00.000Z"));

    @Test
    void itsPositionIsTheDateOfItsOffset() {
        List<SourceOffset> offsets = List.of(COMPLETED, IN_PROGRESS);

        assertThat(WatchedStream.position(SessionStream.COMPLETED, offsets))
                .contains(Instant.parse("2026-01-06T00:00:00Z"));
        assertThat(WatchedStream.position(SessionStream.IN_PROGRESS, offsets))
                .contains(Instant.parse("2026-01-07T00:00:00Z"));
    }

    @Test
    void withoutAnOffsetItHasNoPosition() {
        assertThat(WatchedStream.position(SessionStream.IN_PROGRESS, List.of(COMPLETED)))
                .isEmpty();
    }
}
