package io.github.smartia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CheckClockTest {

    @Test
    void anotherClockIsARemark() {
        try (OddApi api = OddApi.start()) {
            Clock behind = Clock.offset(Clock.systemUTC(), Duration.ofHours(-2));
            Checked checked = Checked.of(api.url(), OddApi.KEY, behind);

            assertThat(checked.row("clock")).contains("ahead of this machine's").contains("does no harm");
            assertThat(checked.run().exitCode()).isEqualTo(1);
        }
    }

    @Test
    void slowResponsesAreARemark() {
        try (OddApi api = OddApi.start()) {
            Checked checked = Checked.of(api.url(), OddApi.KEY, new LeapingClock());

            assertThat(checked.row("latency")).contains("longest 11,000 ms").contains("api.response.timeout.ms");
            assertThat(checked.verdict("latency")).isEqualTo("remark");
        }
    }

    /** Eleven seconds later each time. */
    private static final class LeapingClock extends Clock {

        private Instant now = Instant.now();

        @Override
        public synchronized Instant instant() {
            now = now.plusSeconds(11);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
