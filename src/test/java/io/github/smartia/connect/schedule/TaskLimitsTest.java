package io.github.smartia.connect.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskLimitsTest {

    @Test
    void readAheadFollowsTheRequestsAtOnce() {
        assertThat(new TaskLimits(1, 4, 100).readAhead().pagesPerStream()).isEqualTo(9);
        assertThat(new TaskLimits(1, 8, 10).readAhead().pagesPerStream()).isEqualTo(17);
    }

    @Test
    void readAheadIsLimitedInSessions() {
        assertThat(new TaskLimits(1, 1_000, 100).readAhead().pagesPerStream()).isEqualTo(160);
    }
}
