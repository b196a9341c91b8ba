package io.github.smartia.connect.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.documents.DocumentedCommand;
import io.github.smartia.connect.quickstart.ConnectorFile;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.SecuredCluster;
import io.github.smartia.connect.stack.WorkerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ACLs of the page on deployment, on a broker that denies everything else. */
class SecuredClusterIT {

    private static final String PAGE = "src/docs/deployment.md";
    private static final Pattern SECURITY = Pattern.compile("(?s)```properties\n(security\\.protocol=.*?)```");
    private static final List<String> TOPICS = List.of("smart-ia.sessions.completed", "smart-ia.sessions.in-progress");
    private static final String JSON = "org.apache.kafka.connect.json.JsonConverter";

    private SimulatedApi api;
    private SecuredCluster cluster;

    @BeforeEach
    void start() {
        api = SimulatedApi.start(SimulatedApi.options().key(System.getenv("SMART_IA_API_KEY")));
        cluster = SecuredCluster.start("smart-ia", System.getenv("SMART_IA_KAFKA_PASSWORD"));
    }

    @AfterEach
    void stop() {
        cluster.close();
        api.close();
    }

    @Test
    void theDocumentedAclsSufficeAndAreNeeded() throws IOException {
        acls().forEach(cluster::run);
        try (ConnectWorker worker = cluster.startWorker(workerFile())) {
            ConnectorFile connector = connector();
            worker.rest().create(connector.name(), connector.settings());
            addOneOfEachStreamAndAwaitThem(1);

            restart(connector, worker.rest());
            addOneOfEachStreamAndAwaitThem(2);
            worker.rest().awaitRunning(connector.name());

            cluster.run(transactionsOfTasks().with("--add", "--remove --force"));
            worker.rest().restart(connector.name());
            assertThat(worker.rest().awaitFailed(connector.name()).trace())
                    .contains("TransactionalIdAuthorizationException");
        }
    }

    private static List<DocumentedCommand> acls() {
        return List.of(
                DocumentedCommand.of(PAGE, "bin/kafka-acls.sh --add --topic smart-ia-connect-"),
                DocumentedCommand.of(PAGE, "bin/kafka-acls.sh --add --group"),
                DocumentedCommand.of(PAGE, "bin/kafka-acls.sh --add --topic smart-ia. "),
                transactionsOfTasks(),
                DocumentedCommand.of(PAGE, "bin/kafka-acls.sh --add --transactional-id connect-cluster-"));
    }

    private static DocumentedCommand transactionsOfTasks() {
        return DocumentedCommand.of(PAGE, "bin/kafka-acls.sh --add --transactional-id smart-ia-connect-");
    }

    /** The shipped file and the lines of the page, with a listener that has no TLS. */
    private static WorkerFile workerFile() throws IOException {
        Matcher lines = SECURITY.matcher(Files.readString(Path.of(PAGE)));
        assertThat(lines.find()).isTrue();
        return WorkerFile.read(Path.of("config", "worker-distributed.properties"))
                .with(lines.group(1).replace("SASL_SSL", "SASL_PLAINTEXT"));
    }

    private ConnectorFile connector() {
        ConnectorFile connector = ConnectorFile.read(Path.of("config", "connector-exactly-once.json"))
                .with("api.url", api.url())
                .with("poll.interval.ms", "200")
                .with("dead.letter.topic", "smart-ia.dead-letters");
        return connector.with("key.converter", JSON).with("value.converter", JSON);
    }

    private static void restart(ConnectorFile connector, ConnectRest connect) {
        connect.stop(connector.name());
        connect.awaitState(connector.name(), "STOPPED");
        connect.resume(connector.name());
    }

    private void addOneOfEachStreamAndAwaitThem(int records) {
        api.sessions().add(SessionBuilder.completed().build());
        api.sessions().add(SessionBuilder.inProgress().build());
        api.sessions().add(SessionBuilder.completed().without("user.userId").build());
        TOPICS.forEach(topic -> awaitRecords(topic, records));
        awaitRecords("smart-ia.dead-letters", records);
    }

    /** As the administrator: the worker's user may read none of these topics. */
    private void awaitRecords(String topic, int count) {
        Awaitility.await(topic)
                .atMost(Duration.ofMinutes(1))
                .until(() -> cluster.broker().readAll(topic::equals).size() >= count);
    }
}
