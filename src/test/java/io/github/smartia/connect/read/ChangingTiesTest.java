package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A dense millisecond whose sessions appear and vanish while it is read. */
class ChangingTiesTest {

    private static final Instant NOW = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final Instant END = NOW.plusSeconds(11);
    private static final Duration WHILE_THEY_ARE_READ = Duration.ofSeconds(5);

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** The count stays the same, so the millisecond seems complete although one of its sessions was never shown. */
    @ParameterizedTest
    @MethodSource("seeds")
    void tieMissedDuringChangesIsPublished(long seed) {
        List<ModelSession> sessions = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            sessions.add(session("stays" + i, Duration.ZERO, Optional.empty()));
        }
        sessions.add(session("comes", WHILE_THEY_ARE_READ, Optional.empty()));
        sessions.add(session("goes", Duration.ZERO, Optional.of(WHILE_THEY_ARE_READ)));
        Reading reading = new Reading(new History(
                sessions,
                NOW,
                new History.Tuning(Duration.ofSeconds(20), Duration.ofMillis(400), 3, 1, 1_000, Duration.ofMillis(500)),
                History.Choice.ALL,
                List.of(),
                List.of(),
                seed));

        reading.start();
        reading.readFor(Duration.ofMinutes(2));

        assertThat(reading.published(SessionStream.COMPLETED))
                .extracting(Session::sessionId)
                .doesNotHaveDuplicates()
                .contains("comes")
                .filteredOn(id -> id.startsWith("stays"))
                .hasSize(9);
    }

    private static ModelSession session(String id, Duration delay, Optional<Duration> removed) {
        return new ModelSession(id, END.minusSeconds(60), Optional.of(END), delay, List.of(), removed);
    }
}
