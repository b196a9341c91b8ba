package io.github.smartia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountCommandTest {

    @AutoClose
    private final SimulatedApi api = SimulatedApi.start();

    @BeforeEach
    void addSessions() {
        completedAt("2025-12-31T23:59:59.999Z");
        completedAt("2026-01-01T00:00:00.000Z");
        completedAt("2026-01-03T12:00:00.000Z");
        completedAt("2026-01-03T12:00:00.000Z");
        api.sessions()
                .add(SessionBuilder.inProgress()
                        .startedAt(Instant.parse("2026-01-02T08:00:00Z"))
                        .build());
    }

    private void completedAt(String date) {
        api.sessions()
                .add(SessionBuilder.completed().endedAt(Instant.parse(date)).build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --by day                                        | day   | 2025-12-31,1 completed,2026-01-01,1 completed,2026-01-03,2 in-progress,2026-01-02,1
            --by month                                      | month | 2025-12,1 completed,2026-01,3 in-progress,2026-01,1
            --by month --from 2026-01-01 --to 2026-01-02    | month | 2026-01,1 in-progress,2026-01,1
            """)
    void sessionsOfASpanAreCounted(String options, String by, String counts) {
        CliRun run = CliRun.against(api.url(), api.key(), "count", options.split(" "));

        assertThat(run.output().split("\\R"))
                .containsExactly(("stream," + by + ",sessions completed," + counts).split(" "));
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void neededRequestsAreSaidAndMadeOneASecond() {
        CliRun run = CliRun.against(api.url(), api.key(), "count");

        // Four days and one, and for each stream the count of all before and after.
        assertThat(run.errors()).contains("4 requests find", "9 requests are needed, which takes about 9 s");
        assertThat(api.requests().count()).isEqualTo(4 + 9);
        assertThat(run.waits())
                .hasSize(4 + 9 - 1)
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofMillis(1), Duration.ofSeconds(13)));
    }

    @Test
    void aLastDayBeforeTheFirstIsRefused() {
        CliRun run = CliRun.against(api.url(), api.key(), "count", "--from", "2026-01-02", "--to", "2026-01-01");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors().strip()).isEqualTo("--to must not be before --from.");
        assertThat(api.requests().count()).isZero();
    }

    @Test
    void noSessionGivesNoRow() {
        try (SimulatedApi empty = SimulatedApi.start()) {
            CliRun run = CliRun.against(empty.url(), empty.key(), "count");

            assertThat(run.output()).isEqualToNormalizingNewlines("stream,day,sessions\n");
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void countsThatDoNotAddUpAreARemark() {
        Fault seven = Fault.body("{\"data\":[],\"pagination\":{\"total\":7}}");
        api.faults().next(1, request -> request.body().contains("\"lt\":\"2026-01-02"), seven);
        CliRun run = CliRun.against(api.url(), api.key(), "count");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("completed adds up to 10, and the API counts 4");
    }

    @Test
    void aTransientFailureIsRetried() {
        api.faults().next(1, Fault.status(503));
        api.faults().next(1, Fault.status(429, Map.of("Retry-After", "17"), "{}"));
        CliRun run = CliRun.against(api.url(), api.key(), "count");

        assertThat(run.exitCode()).isZero();
        assertThat(run.waits()).contains(Duration.ofSeconds(2), Duration.ofSeconds(17));
    }

    @Test
    void aWrongKeyEndsItWithoutShowingTheKey() {
        CliRun run = CliRun.against(api.url(), "not-the-key", "count");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("401", "API key").doesNotContain("not-the-key");
    }
}
