package io.github.smartia.connect.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedApiMainTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T12:00:00Z"));

    private SimulatedApiMain program(String... arguments) {
        return new SimulatedApiMain(List.of(arguments), clock);
    }

    @Test
    void servesTheHistoryAskedFor() throws Exception {
        try (SimulatedApi api = program("--port", "0", "--sessions", "150", "--seed", "5", "--latency-ms", "30")
                .start()) {
            long before = System.nanoTime();

            assertThat(new Client(api)
                            .found("{}")
                            .path("pagination")
                            .path("total")
                            .intValue())
                    .isEqualTo(150);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
            assertThat(api.sessions().all()).allMatch(s -> s.startDate().isBefore(clock.instant()));
        }
    }

    @Test
    void refusesArgumentsItDoesNotKnow() {
        assertThatThrownBy(() -> program("--colour", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> program("--port")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> program("--port", "any").start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--port");
    }
}
