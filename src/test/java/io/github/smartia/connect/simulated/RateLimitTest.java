package io.github.smartia.connect.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-09-06T10:00:00.500Z"));

    private SimulatedApi limited(double perSecond, int burst, RetryAfter retryAfter) {
        return SimulatedApi.start(SimulatedApi.options().clock(clock).rateLimit(perSecond, burst, retryAfter));
    }

    @Test
    void letsABurstThroughThenTheRate() throws Exception {
        try (SimulatedApi api = limited(2, 3, RetryAfter.NONE)) {
            Client client = new Client(api);
            for (int i = 0; i < 3; i++) {
                assertThat(client.search("{}").statusCode()).isEqualTo(200);
            }
            HttpResponse<String> refused = client.search("{}");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
            clock.advance(Duration.ofMillis(500));
            assertThat(client.search("{}").statusCode()).isEqualTo(200);
            assertThat(client.search("{}").statusCode()).isEqualTo(429);
            clock.advance(Duration.ofHours(1));
            for (int i = 0; i < 3; i++) {
                assertThat(client.search("{}").statusCode()).isEqualTo(200);
            }
            assertThat(client.search("{}").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void tellsWhenToComeAgainInSeconds() throws Exception {
        try (SimulatedApi api = limited(0.1, 1, RetryAfter.SECONDS)) {
            Client client = new Client(api);
            client.search("{}");

            assertThat(client.search("{}").headers().firstValue("Retry-After")).hasValue("10");
        }
    }

    @Test
    void tellsWhenToComeAgainAsADate() throws Exception {
        try (SimulatedApi api = limited(0.1, 1, RetryAfter.DATE)) {
            Client client = new Client(api);
            client.search("{}");

            assertThat(client.search("{}").headers().firstValue("Retry-After"))
                    .hasValue("Sun, 06 Sep 2026 10:00:11 GMT");
        }
    }

    @Test
    void eachKeyHasItsOwn() {
        RateLimit limit = new RateLimit(1, 1, RetryAfter.NONE, clock);

        assertThat(limit.throttle("one")).isEmpty();
        assertThat(limit.throttle("two")).isEmpty();
        assertThat(limit.throttle("one")).isPresent();
    }
}
