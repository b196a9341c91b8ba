package io.github.smartia.connect.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.IsolationLevel;
import org.awaitility.Awaitility;

/**
 * A broker, a schema registry and Connect workers that know the connector's archive, where there is one. Tests share one
 * stack by {@link StackExtension}; a test that kills or configures a worker starts one of its own. For one thread.
 */
public final class Stack implements AutoCloseable {

    static {
        // Instead of ten seconds: processes take their time.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    private final StackDirectories directories;
    private final Broker broker;
    private final SchemaRegistry registry;
    private final AvroConverterPlugin converter;
    private final List<Path> pluginPath;
    private final List<ConnectWorker> workers = new ArrayList<>();
    private Optional<ConnectWorker> sharedWorker = Optional.empty();

    private Stack(StackDirectories directories, Broker broker, SchemaRegistry registry) {
        this.directories = directories;
        this.broker = broker;
        this.registry = registry;
        this.converter = AvroConverterPlugin.in(directories.converter(), registry.uri());
        this.pluginPath = List.of(converter.pluginPath(), plugins(directories));
    }

    /** Starts broker and registry as child processes, with no data in them. */
    public static Stack start(StackDirectories directories) {
        return start(directories, ProcessBroker::start);
    }

    /** Starts a registry and the broker that is given, with no data in them. */
    static Stack start(StackDirectories directories, Function<StackDirectories, Broker> broker) {
        directories.emptyLogs();
        CompletableFuture<SchemaRegistry> registry =
                CompletableFuture.supplyAsync(() -> SchemaRegistry.start(directories));
        return new Stack(directories, broker.apply(directories), registry.join());
    }

    public Broker broker() {
        return broker;
    }

    /** The broker to kill and start again, of a stack by {@link StackExtension.Expendable}. */
    public ProcessBroker expendableBroker() {
        if (broker instanceof ProcessBroker expendable) {
            return expendable;
        }
        throw new IllegalStateException("This broker runs in a container, and would come back at another port. "
                + "A test that kills the broker has its stack from StackExtension.Expendable.");
    }

    public SchemaRegistry registry() {
        return registry;
    }

    /** The converter that all workers use by default. */
    public AvroConverterPlugin converter() {
        return converter;
    }

    /** The REST interface of the worker that tests share; the first call starts it. */
    public ConnectRest connect() {
        if (sharedWorker.isEmpty()) {
            sharedWorker = Optional.of(startWorker(WorkerOptions.inGroup("shared")));
        }
        return sharedWorker.orElseThrow().rest();
    }

    /** Starts one more worker; the caller closes it. */
    public ConnectWorker startWorker(WorkerOptions options) {
        return startWorker(options, directories);
    }

    /** Starts one more worker, whose version may be another than that of the broker; the caller closes it. */
    public ConnectWorker startWorker(WorkerOptions options, WorkerVersion version) {
        return startWorker(options, directories.withKafka(version.jars()));
    }

    /** Two workers of one group, both of them starting; the caller closes them. */
    public WorkerPair startPair(WorkerOptions options) {
        return new WorkerPair(addWorker(options, directories), addWorker(options, directories));
    }

    /**
     * Starts one more worker as users do, by a script and a file, a standalone one with these connectors; the caller
     * closes it.
     */
    public ConnectWorker startWorker(KafkaScript script, WorkerFile file, Path... connectors) {
        ConnectWorker worker = addWorker(script, file, WorkerOptions.inGroup(""), directories, connectors);
        worker.start();
        return worker;
    }

    /** Fails, saying what to do, where the connector has not been packaged. */
    public void requireConnector() {
        directories.requireArchive();
    }

    /** The {@code plugin.path} of the workers, with one more directory. */
    public String pluginPathWith(Path more) {
        return Stream.concat(pluginPath.stream(), Stream.of(more))
                .map(Path::toString)
                .collect(Collectors.joining(","));
    }

    public TopicReader reader(String topic) {
        return reader(topic, IsolationLevel.READ_COMMITTED);
    }

    /** A reader that sees records of transactions under way or aborted, or does not; the caller closes it. */
    public TopicReader reader(String topic, IsolationLevel isolation) {
        return new TopicReader(topic, isolation, broker, registry);
    }

    public void awaitCount(String topic, int count) {
        try (TopicReader reader = reader(topic)) {
            reader.awaitCount(count);
        }
    }

    public TopicTail tail(String topic) {
        return new TopicTail(topic, IsolationLevel.READ_COMMITTED, broker, registry);
    }

    /** Puts another source connector beside the packaged one, whose classes it may use; for workers started later. */
    public void addSource(Class<?> connector, Class<?> task) {
        requireConnector();
        SmallJar.write(
                directories.unpackedConnector().resolve(connector.getSimpleName() + ".jar"),
                Map.of("org.apache.kafka.connect.source.SourceConnector", connector.getName()),
                connector,
                task);
    }

    @Override
    public void close() {
        workers.forEach(ConnectWorker::close);
        registry.close();
        broker.close();
    }

    private ConnectWorker startWorker(WorkerOptions options, StackDirectories parts) {
        ConnectWorker worker = addWorker(options, parts);
        worker.start();
        return worker;
    }

    private ConnectWorker addWorker(WorkerOptions options, StackDirectories parts) {
        String settings = Resource.text("worker.properties").replace("GROUP", options.group());
        WorkerFile file = WorkerFile.of(settings).with(converter);
        return addWorker(KafkaScript.CONNECT_DISTRIBUTED, file, options, parts);
    }

    private ConnectWorker addWorker(
            KafkaScript script, WorkerFile file, WorkerOptions options, StackDirectories parts, Path... connectors) {
        String name = "worker-" + (workers.size() + 1);
        ConnectWorker worker =
                ConnectWorker.of(parts, name, broker.bootstrapServers(), pluginPath, script, file, options, connectors);
        workers.add(worker);
        return worker;
    }

    private static Path plugins(StackDirectories directories) {
        Path plugins = directories.fresh(StackDirectories.PLUGINS);
        if (Files.exists(directories.archive())) {
            directories.unpackArchiveInto(plugins);
        }
        return plugins;
    }
}
