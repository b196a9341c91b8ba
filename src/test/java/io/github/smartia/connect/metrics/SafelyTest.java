package io.github.smartia.connect.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.RecordedLog;
import org.junit.jupiter.api.Test;

class SafelyTest {

    @Test
    void whatGoesWrongIsToldOnceAndPassedOver() {
        RecordedLog log = new RecordedLog();
        Safely safely = new Safely(log.logger());

        for (int i = 0; i < 3; i++) {
            safely.run(() -> {
                throw new IllegalStateException("no room");
            });
        }

        assertThat(log.lines())
                .containsExactly("WARN Metrics of this task are missing or wrong from now on"
                        + " (java.lang.IllegalStateException: no room). Reading continues. Restart the task. If this"
                        + " happens again, report it as a bug, with the lines that follow.");
    }
}
