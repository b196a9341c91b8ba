package io.github.smartia.connect.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedApiMainTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private SimulatedApiMain program(String... arguments) {
        return new SimulatedApiMain(List.of(arguments), clock);
    }

    @Test
    void servesTheRequestedHistory() throws Exception {
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
    void unknownArgumentsAreRejected() {
        assertThatThrownBy(() -> program("--colour", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> program("--port")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> program("--port", "any").start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--port");
    }
}
