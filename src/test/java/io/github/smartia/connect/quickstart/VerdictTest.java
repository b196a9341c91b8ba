package io.github.smartia.connect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Duration TIME = Duration.ofSeconds(30);

    @Test
    void recordsInBothTopicsAreASuccess() {
        assertThat(Verdict.on(List.of(Sights.completed(), Sights.inProgress(7, 3)), TIME))
                .containsExactly(
                        "Ended after 30 s: 5,012 records in done, 7 records in open.",
                        "In the database: 5,010 sessions completed, 4 sessions in-progress.");
    }

    @Test
    void aTopicWithoutRecordsIsAFailureThatNamesIt() {
        assertThatThrownBy(() -> Verdict.on(List.of(Sights.completed(), Sights.inProgress()), TIME))
                .isInstanceOf(QuickstartException.class)
                .hasMessageStartingWith("No record arrived in open within 30 s.");
    }

    @Test
    void tombstonesAloneAreNoSuccess() {
        assertThatThrownBy(() -> Verdict.on(List.of(Sights.inProgress(0, 4)), TIME))
                .isInstanceOf(QuickstartException.class);
    }
}
