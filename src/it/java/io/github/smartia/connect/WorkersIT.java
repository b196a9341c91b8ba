package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.ConnectRest.SourceOffset;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.JmxExporter;
import io.github.smartia.connect.stack.Resource;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.WorkerOptions;
import io.github.smartia.connect.stack.WorkerVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The one archive on Connect workers of several versions of Kafka, beside a broker of the stack's: in each build on a
 * worker of the stack's version, and by {@code mvn verify -Pworkers} on all from 3.6 on.
 */
@ExtendWith(StackExtension.class)
class WorkersIT {

    /** A warning of the connector, or a class of the worker that is not as the connector knows it. */
    private static final Pattern TROUBLE = Pattern.compile("(WARN|ERROR) io\\.github\\.smartia"
            + "|NoSuchMethodError|NoSuchFieldError|NoClassDefFoundError|AbstractMethodError"
            + "|IncompatibleClassChangeError|UnsupportedClassVersionError|LinkageError|VerifyError");

    private static final int HISTORY = 3_000;

    /** Some half of those that it takes to read it. */
    private static final int REQUESTS = 20;

    private static final Map<String, Object> COMPLETED = Map.of("organisation", "default", "stream", "completed");

    /** Outlives the worker: a connector that is deleted may still ask it. */
    @AutoClose
    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(SchoolSessions.KEY));

    @ParameterizedTest
    @MethodSource("io.github.smartia.connect.stack.WorkerVersion#ofTheBuild")
    void theArchiveRunsOnAWorkerOfVersion(WorkerVersion version, Stack stack) throws IOException {
        String name = "kafka-" + version;
        JmxExporter exporter = JmxExporter.ofTheBuild();
        WorkerOptions options = WorkerOptions.inGroup(name)
                .withExactlyOnce()
                .withQuickTakeover()
                .withJvmOptions(
                        exporter.option(), "-Dlog4j2.configurationFile=" + Resource.path("worker-log4j2.properties"));
        api.sessions().addAll(SchoolSessions.history(HISTORY));
        try (ConnectWorker worker = stack.startWorker(options, version)) {
            assertThat(worker.rest().get("/")).contains("\"version\":\"" + version.number() + "\"");
            assertThat(worker.rest().get("/connector-plugins")).contains(SmartIaSourceConnector.class.getName());

            try (RunningConnector connector =
                    new RunningConnector(stack, worker.rest(), name, api).with("exactly.once.support", "required")) {
                readsOnWhereItWasKilled(worker, connector);
                closesWhatCompletes(connector);
                assertThat(exporter.names(MonitoringIT.PREFIX)).isEqualTo(MonitoringIT.documentedMetrics());
                goesOnOnceItIsCreatedAgain(readsAgainFromAnOffsetThatWasSet(connector), connector);
            }
            worker.stop();

            assertThat(worker.logTail()).contains("Kafka Connect stopped");
            assertThat(trouble(worker)).isEmpty();
        }
    }

    private void readsOnWhereItWasKilled(ConnectWorker worker, RunningConnector connector) {
        api.faults().each(request -> api.requests().count() > REQUESTS, Fault.hang());
        connector.start().completed().awaitCount(100);
        worker.kill();
        api.faults().clear();
        int beforeKill = connector.completed().awaitEnd().size();
        List<SimulatedSession> completed = ExpectedRecords.completed(api);
        List<SimulatedSession> inProgress = ExpectedRecords.inProgress(api);
        assertThat(beforeKill).isLessThan(completed.size());
        worker.start();

        connector.completed().awaitCount(completed.size());
        connector.inProgress().awaitSessions(inProgress.size());
        connector.awaitMoreRequests();
        assertThat(PublishedRecords.values(connector.completed().awaitEnd()))
                .containsExactlyElementsOf(ExpectedRecords.values(completed));
        assertThat(PublishedRecords.values(connector.inProgress().awaitEnd()))
                .containsExactlyElementsOf(ExpectedRecords.values(inProgress));
    }

    private void closesWhatCompletes(RunningConnector connector) {
        int open = ExpectedRecords.inProgress(api).size();
        SimulatedSession session =
                SessionBuilder.inProgress().startedAt(SchoolSessions.MORNING).build();
        api.sessions().add(session);
        connector.inProgress().awaitSessions(open + 1);

        api.sessions().complete(session.sessionId(), SchoolSessions.MORNING.plusSeconds(600));
        String id = session.sessionId().toString();
        connector
                .inProgress()
                .await(records -> PublishedRecords.closedIds(records).contains(id));
        assertThat(PublishedRecords.closedIds(connector.inProgress().awaitEnd()))
                .doesNotHaveDuplicates()
                .endsWith(id);
        int completed = ExpectedRecords.completed(api).size();
        assertThat(PublishedRecords.ids(connector.completed().awaitCount(completed)))
                .endsWith(id);
    }

    /** Returns how many sessions were published again. */
    private int readsAgainFromAnOffsetThatWasSet(RunningConnector connector) {
        List<SimulatedSession> completed = ExpectedRecords.completed(api);
        Instant date = completed.get(completed.size() - 5).endDate().orElseThrow();
        List<SimulatedSession> again = completed.stream()
                .filter(session -> !session.endDate().orElseThrow().isBefore(date))
                .toList();
        connector.stop();
        List<SourceOffset> shown = connector.offsets();
        assertThat(shown).extracting(SourceOffset::partition).contains(COMPLETED);

        assertThatThrownBy(() -> setEndDate("soon", connector)).hasMessageContaining("Nothing was changed.");
        assertThat(connector.offsets()).containsExactlyInAnyOrderElementsOf(shown);
        setEndDate(date.toString(), connector);
        connector.resume();

        int all = completed.size() + again.size();
        assertThat(PublishedRecords.ids(connector.completed().awaitCount(all)).subList(completed.size(), all))
                .containsExactlyElementsOf(ExpectedRecords.ids(again));
        return again.size();
    }

    /** @param again how many completed sessions were published twice before */
    private void goesOnOnceItIsCreatedAgain(int again, RunningConnector connector) {
        connector.connect().delete(connector.name());
        SimulatedSession session = SessionBuilder.completed()
                .endedAt(SchoolSessions.MORNING.plusSeconds(1_200))
                .build();
        api.sessions().add(session);
        connector.start();

        int all = ExpectedRecords.completed(api).size() + again;
        connector.completed().awaitCount(all);
        connector.awaitMoreRequests();
        assertThat(PublishedRecords.ids(connector.completed().awaitEnd()))
                .hasSize(all)
                .endsWith(session.sessionId().toString());
    }

    private static void setEndDate(String date, RunningConnector connector) {
        connector.connect().patchOffset(connector.name(), COMPLETED, Optional.of(Map.of("endDate", date)));
    }

    private static List<String> trouble(ConnectWorker worker) throws IOException {
        try (Stream<String> log = Files.lines(worker.log())) {
            return log.filter(TROUBLE.asPredicate()).toList();
        }
    }
}
