package io.github.smartia.connect.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-09-06T10:00:00.500Z"));

    private void pass(Duration time) {
        now.updateAndGet(then -> then.plus(time));
    }

    private static long passed(RateLimit limit, int requests) {
        return IntStream.range(0, requests)
                .filter(i -> limit.throttle("key").isEmpty())
                .count();
    }

    @Test
    void aBurstPassesThenTheRate() {
        RateLimit limit = new RateLimit(2, 3, now::get);

        assertThat(passed(limit, 5)).isEqualTo(3);
        pass(Duration.ofMillis(500));
        assertThat(passed(limit, 5)).isEqualTo(1);
        pass(Duration.ofHours(1));
        assertThat(passed(limit, 5)).isEqualTo(3);
    }

    @Test
    void eachKeyHasItsOwnRate() {
        RateLimit limit = new RateLimit(1, 1, now::get);

        assertThat(limit.throttle("one")).isEmpty();
        assertThat(limit.throttle("other")).isEmpty();
        assertThat(limit.throttle("one")).isPresent();
    }

    @Test
    void aThrottledRequestGets429() throws Exception {
        try (SimulatedApi api = SimulatedApi.start(SimulatedApi.options().rateLimit(0.001, 1))) {
            Client client = new Client(api);

            assertThat(client.search("{}").statusCode()).isEqualTo(200);
            assertThat(client.search("{}").statusCode()).isEqualTo(429);
        }
    }
}
