package io.github.smartia.connect.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatencyTest {

    // A clock of longs may begin anywhere.
    private long nanos = -Duration.ofHours(1).toNanos();
    private final Latency latency = new Latency(() -> nanos);

    @Test
    void ofNoRequestsThereIsNone() {
        assertThat(latency.average()).isNaN();
        assertThat(latency.max()).isNaN();
        assertThat(latency.percentile99()).isNaN();
    }

    @Test
    void oneInAHundredMayExceedPercentile99() {
        for (int millis = 1; millis <= 1_000; millis++) {
            latency.record(Duration.ofMillis(millis));
        }

        assertThat(latency.average()).isCloseTo(500.5, within(0.01));
        assertThat(latency.max()).isEqualTo(1_000);
        assertThat(latency.percentile99()).isCloseTo(990, within(50.0));
    }

    @Test
    void percentilesCountHoursAsAMinute() {
        latency.record(Duration.ofHours(2));

        assertThat(latency.max()).isEqualTo(7_200_000);
        assertThat(latency.percentile99()).isCloseTo(60_000, within(1_000.0));
    }

    @Test
    void whatIsLongAgoDoesNotCount() {
        latency.record(Duration.ofSeconds(10));
        nanos += Duration.ofMinutes(2).toNanos();
        latency.record(Duration.ofMillis(20));
        assertThat(latency.max()).isEqualTo(10_000);

        nanos += Duration.ofMinutes(4).toNanos();
        assertThat(latency.max()).isEqualTo(20);

        nanos += Duration.ofMinutes(10).toNanos();
        assertThat(latency.max()).isNaN();
    }
}
