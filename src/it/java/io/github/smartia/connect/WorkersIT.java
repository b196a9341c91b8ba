package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.JmxExporter;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.WorkerOptions;
import io.github.smartia.connect.stack.WorkerVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The one archive on Connect workers of several versions of Kafka, beside a broker of the stack's: in each build on a
 * worker of the stack's version, and by {@code mvn verify -Pworkers} on all from 3.6 on.
 */
@ExtendWith(StackExtension.class)
class WorkersIT {

    private static final Path LOG_CONFIGURATION =
            Path.of("src", "it", "resources", "io", "github", "smartia", "connect", "worker-log4j2.properties");

    /** A warning of the connector, or a class of the worker that is not as the connector knows it. */
    private static final Pattern TROUBLE = Pattern.compile("(WARN|ERROR) io\\.github\\.smartia"
            + "|NoSuchMethodError|NoSuchFieldError|NoClassDefFoundError|AbstractMethodError"
            + "|IncompatibleClassChangeError|UnsupportedClassVersionError|LinkageError|VerifyError");

    static List<WorkerVersion> versions() {
        return WorkerVersion.ofTheBuild();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theArchiveRunsOnAWorkerOfVersion(WorkerVersion version, Stack stack) throws IOException {
        String name = "kafka-" + version;
        JmxExporter exporter = JmxExporter.ofTheBuild();
        WorkerOptions options = WorkerOptions.inGroup(name)
                .withExactlyOnce()
                .withQuickTakeover()
                .withJvmOptions(exporter.option(), "-Dlog4j2.configurationFile=" + LOG_CONFIGURATION.toAbsolutePath());
        // The API outlives the worker: a connector that is deleted may still ask it.
        try (SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(Secrets.KEY));
                ConnectWorker worker = stack.startWorker(options, version)) {
            assertThat(worker.rest().get("/")).contains("\"version\":\"" + version.number() + "\"");
            assertThat(worker.rest().get("/connector-plugins")).contains(SmartIaSourceConnector.class.getName());

            assertThatTheConnectorRuns(name, api, worker, exporter, stack);
            worker.stop();

            assertThat(worker.logTail()).contains("Kafka Connect stopped");
            assertThat(trouble(worker)).isEmpty();
        }
    }

    private static void assertThatTheConnectorRuns(
            String name, SimulatedApi api, ConnectWorker worker, JmxExporter exporter, Stack stack) throws IOException {
        try (RunningConnector connector =
                new RunningConnector(stack, worker.rest(), name, api).with("exactly.once.support", "required")) {
            WorkerTrial trial = new WorkerTrial(worker, connector, api);
            trial.readsOnWhereItWasKilled();
            trial.closesWhatCompletes();
            assertThat(exporter.names(MonitoringIT.PREFIX)).isEqualTo(MonitoringIT.documentedMetrics());
            trial.goesOnOnceItIsCreatedAgain(trial.readsAgainFromAnOffsetThatWasSet());
        }
    }

    private static List<String> trouble(ConnectWorker worker) throws IOException {
        try (Stream<String> log = Files.lines(worker.log())) {
            return log.filter(TROUBLE.asPredicate()).toList();
        }
    }
}
