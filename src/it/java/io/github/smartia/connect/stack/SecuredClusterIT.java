package io.github.smartia.connect.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.documents.DocumentedCommand;
import io.github.smartia.connect.quickstart.ConnectorFile;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ACLs of the page on deployment, on a broker that denies everything else. */
class SecuredClusterIT {

    private static final Path ADMINISTRATOR = Resource.path("secured-administrator.properties");
    private static final String PAGE = "src/docs/deployment.md";
    private static final Pattern SECURITY = Pattern.compile("(?s)```properties\n(security\\.protocol=.*?)```");
    private static final List<String> TOPICS = List.of("smart-ia.sessions.completed", "smart-ia.sessions.in-progress");
    private static final List<String> ACLS = List.of(
            "--topic smart-ia-connect-",
            "--group",
            "--topic smart-ia. ",
            "--transactional-id smart-ia-connect-",
            "--transactional-id connect-cluster-");
    private static final String JSON = "org.apache.kafka.connect.json.JsonConverter";

    @AutoClose
    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(System.getenv("SMART_IA_API_KEY")));

    private final StackDirectories directories = StackDirectories.ofTheBuild().apart("secured");

    @AutoClose
    private ProcessBroker broker;

    @BeforeEach
    void startBroker() {
        directories.emptyLogs();
        String settings = Resource.text("secured-broker.properties")
                .replace("PASSWORD", System.getenv("SMART_IA_KAFKA_PASSWORD"));
        broker = ProcessBroker.start(directories, settings, WorkerFile.read(ADMINISTRATOR));
    }

    @Test
    void theDocumentedAclsSufficeAndEachIsNeeded() throws IOException {
        ACLS.forEach(this::allow);
        try (ConnectWorker worker = startWorker()) {
            ConnectorFile connector = connector();
            worker.rest().create(connector.name(), connector.settings());
            addOneOfEachStreamAndAwaitThem(1);

            worker.rest().stop(connector.name());
            worker.rest().resume(connector.name());
            addOneOfEachStreamAndAwaitThem(2);
            worker.rest().awaitRunning(connector.name());

            assertTaskFailsWithout("--topic smart-ia. ", "TopicAuthorizationException", worker.rest());
            assertTaskFailsWithout(
                    "--transactional-id smart-ia-connect-", "TransactionalIdAuthorizationException", worker.rest());
            remove("--transactional-id connect-cluster-");
            assertThatThrownBy(() -> worker.rest().put(connector.name(), connector.settings()))
                    .hasMessageContaining("500");
            assertLoggedWithout("--topic smart-ia-connect-", "TopicAuthorizationException", worker);
            assertLoggedWithout("--group", "GroupAuthorizationException", worker);
        }
    }

    private void assertTaskFailsWithout(String resource, String exception, ConnectRest connect) {
        remove(resource);
        api.sessions().add(SessionBuilder.completed().build());
        connect.restart("smart-ia");
        assertThat(connect.awaitFailed("smart-ia").trace()).contains(exception);
        allow(resource);
        connect.restart("smart-ia");
        connect.await("smart-ia", ConnectorStatus::isRunning);
    }

    private void assertLoggedWithout(String resource, String exception, ConnectWorker worker) {
        remove(resource);
        Awaitility.await(exception)
                .atMost(Duration.ofMinutes(1))
                .until(() -> worker.logTail().contains(exception));
        allow(resource);
    }

    private void allow(String resource) {
        run(acl(resource));
    }

    private void remove(String resource) {
        run(acl(resource).with("--add", "--remove --force"));
    }

    private static DocumentedCommand acl(String resource) {
        return DocumentedCommand.of(PAGE, "bin/kafka-acls.sh --add " + resource);
    }

    private void run(DocumentedCommand command) {
        DocumentedCommand here =
                command.with("localhost:9092", broker.bootstrapServers()).with("admin.properties", ADMINISTRATOR);
        KafkaScript.named(here.program()).run(here.arguments());
    }

    /** By the shipped file and the lines of the page, with a listener that has no TLS; with no other plugin. */
    private ConnectWorker startWorker() throws IOException {
        Matcher lines = SECURITY.matcher(Files.readString(Path.of(PAGE)));
        assertThat(lines.find()).isTrue();
        WorkerFile file = WorkerFile.read(Path.of("config", "worker-distributed.properties"))
                .with(lines.group(1).replace("SASL_SSL", "SASL_PLAINTEXT"));
        Path plugins = directories.fresh(StackDirectories.PLUGINS);
        directories.unpackArchiveInto(plugins);
        ConnectWorker worker = ConnectWorker.of(
                directories,
                "secured-worker",
                broker.bootstrapServers(),
                List.of(plugins),
                KafkaScript.CONNECT_DISTRIBUTED,
                file,
                WorkerOptions.inGroup(""));
        worker.start();
        return worker;
    }

    private ConnectorFile connector() {
        ConnectorFile connector = ConnectorFile.read(Path.of("config", "connector-exactly-once.json"))
                .with("api.url", api.url())
                .with("poll.interval.ms", "200")
                .with("dead.letter.topic", "smart-ia.dead-letters");
        return connector.with("key.converter", JSON).with("value.converter", JSON);
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
                .until(() -> broker.readAll(topic::equals).size() >= count);
    }
}
