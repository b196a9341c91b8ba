package io.github.smartia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.SmartIaSourceConnector;
import io.github.smartia.connect.quickstart.ConnectorFile;
import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCommandTest {

    private static final Instant FIRST = Instant.parse("2023-01-01T10:00:00Z");
    private static final Instant BUSY = Instant.parse("2024-09-10T09:00:00Z");

    @AutoClose
    private final SimulatedApi api = SimulatedApi.start();

    @TempDir
    private Path directory;

    @BeforeEach
    void addSessions() {
        for (int day = 0; day < 700; day++) {
            completedAt(FIRST.plus(Duration.ofDays(day)));
        }
        for (int i = 0; i < 79; i++) {
            completedAt(BUSY.plusSeconds(i));
        }
        api.sessions().add(SessionBuilder.inProgress().startedAt(BUSY).build());
    }

    private void completedAt(Instant date) {
        api.sessions().add(SessionBuilder.completed().endedAt(date).build());
    }

    private CliRun plan(String... options) {
        return CliRun.against(api.url(), api.key(), "plan", options);
    }

    @Test
    void totalAndSpanOfBothStreamsAreShown() {
        CliRun run = plan();

        assertThat(run.exitCode()).isZero();
        assertThat(run.output())
                .contains("completed    779 sessions from 2023-01-01T10:00:00Z to 2024-11-30T10:00:00Z, 1.1 a day")
                .contains("in-progress  1 sessions from 2024-09-10T09:00:00Z to 2024-09-10T09:00:00Z, 1.0 a day");
    }

    @Test
    void theBusiestDayOfAYearIsFoundByFewRequests() {
        assertThat(plan().output()).contains("busiest day found: 2024-09-10 with 80 completed sessions");
        assertThat(api.requests().count()).isLessThanOrEqualTo(25);
    }

    @Test
    void aFlakyApiGetsAtMostTwentyFiveRequests() {
        api.faults().share(0.3, Fault.status(503));
        CliRun run = plan();

        assertThat(api.requests().count()).isLessThanOrEqualTo(25);
        assertThat(run.output()).contains("busiest days found: ").contains("Recommended settings");
    }

    @ParameterizedTest
    @ValueSource(ints = {23, 24})
    void anApiThatFailsAtTheEndGetsAPlanToo(int served) {
        api.faults().each(request -> api.requests().count() == 10, Fault.status(503));
        api.faults().each(request -> api.requests().count() > served, Fault.status(503));
        CliRun run = plan();

        assertThat(api.requests().count()).isEqualTo(25);
        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output()).contains("busiest days found: ");
    }

    @Test
    void aSessionFarAheadOfTheClockDoesNotCountAsTheNewest() {
        completedAt(Instant.parse("2060-01-01T09:00:00Z"));
        CliRun run = plan();

        assertThat(run.output())
                .contains("780 sessions from 2023-01-01T10:00:00Z to 2024-11-30T10:00:00Z, 1.1 a day")
                .contains("busiest day found: 2024-09-10 with 80 completed sessions");
    }

    @Test
    void withoutSessionsThereIsAPlanToo() {
        try (SimulatedApi empty = SimulatedApi.start()) {
            CliRun run = CliRun.against(empty.url(), empty.key(), "plan");

            assertThat(run.exitCode()).isZero();
            assertThat(run.output()).contains("0 sessions").contains("no busy day");
        }
    }

    @Test
    void aThrottledKeyIsPlannedForOneRequestASecond() {
        api.faults().next(1, Fault.status(429));

        assertThat(plan().output()).contains("api.max.requests.per.second = 1");
    }

    @Test
    void theConnectorIsValidOnceItsKeyIsThere() {
        Path file = directory.resolve("connector.json");
        CliRun run = plan("--connector", file.toString());
        ConnectorFile connector = ConnectorFile.read(file);

        assertThat(run.output()).doesNotContain("connector.class");
        assertThat(plan().text()).doesNotContain(api.key()).contains("${env:SMART_IA_API_KEY}");
        assertThat(connector.name()).isEqualTo("smart-ia");
        assertThat(connector.settings()).containsEntry("api.key", "${env:SMART_IA_API_KEY}");
        assertThat(new SmartIaSourceConnector()
                        .validate(connector.with("api.key", api.key()).settings())
                        .configValues())
                .flatExtracting(ConfigValue::errorMessages)
                .isEmpty();
    }
}
