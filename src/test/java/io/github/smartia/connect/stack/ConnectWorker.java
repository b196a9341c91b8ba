package io.github.smartia.connect.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Connect worker. Keeps its port and its settings over restarts. */
public final class ConnectWorker implements AutoCloseable {

    private final ConnectRest rest;
    private final ChildProcess process;

    private ConnectWorker(URI uri, JavaProgram program) {
        JsonHttp probe = new JsonHttp(uri, Duration.ofSeconds(2));
        this.rest = new ConnectRest(uri);
        // Answered only by a worker that has joined its group.
        this.process = new ChildProcess(program, () -> probe.isOk("/connectors"));
    }

    /**
     * A worker that is not started yet.
     *
     * @param name tells its files and logs from those of other workers
     * @param pluginPath directories that hold plugin directories
     */
    static ConnectWorker of(
            StackDirectories directories,
            String name,
            String bootstrapServers,
            AvroConverterPlugin converter,
            List<Path> pluginPath,
            WorkerOptions options) {
        int port = FreePorts.next();
        Path properties = new WorkerProperties(bootstrapServers, port, options.group())
                .withConverter(converter)
                .withPlugins(pluginPath)
                .with(options.properties())
                .write(directories.fresh(name).resolve("worker.properties"));
        return new ConnectWorker(
                URI.create("http://127.0.0.1:" + port), program(directories, name, properties, options));
    }

    /**
     * Starts a worker from a file for users, changed only in what differs from place to place, in a directory of its own.
     *
     * @param connectors files of connectors that a standalone worker is started with
     */
    static ConnectWorker start(
            StackDirectories directories,
            String name,
            String bootstrapServers,
            List<Path> pluginPath,
            KafkaScript script,
            WorkerFile file,
            List<Path> connectors) {
        URI uri = URI.create("http://127.0.0.1:" + FreePorts.next());
        Path home = directories.fresh(name);
        Path properties = file.at("bootstrap.servers", bootstrapServers)
                .at("listeners", uri)
                .at("plugin.path", pluginPath.stream().map(Path::toString).collect(Collectors.joining(",")))
                .write(home.resolve("worker.properties"));
        JavaProgram program = new JavaProgram(
                name,
                script.mainClass(),
                List.of(directories.kafka().resolve("*")),
                Jvm.quickToStart(512),
                Stream.concat(Stream.of(properties), connectors.stream())
                        .map(Path::toString)
                        .toList(),
                directories.logs().resolve(name + ".log"));
        ConnectWorker worker = new ConnectWorker(uri, program.in(home));
        worker.start();
        return worker;
    }

    /** The worker's REST interface. */
    public ConnectRest rest() {
        return rest;
    }

    /** Starts the worker, also after {@link #stop} or {@link #kill}, and waits until it has joined its group. */
    public void start() {
        process.start();
    }

    /** Ends the worker in good order: tasks stop and offsets are committed. */
    public void stop() {
        process.stop();
    }

    /** Ends the worker as kill -9 does. */
    public void kill() {
        process.kill();
    }

    /** Ends the worker as kill -9 does if {@code condition} holds while the worker stands still; whether it did. */
    boolean killIf(BooleanSupplier condition) {
        process.freeze();
        boolean holds = condition.getAsBoolean();
        if (holds) {
            process.kill();
        } else {
            process.thaw();
        }
        return holds;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The worker's process, to measure what it uses. */
    public ProcessHandle handle() {
        return process.handle();
    }

    /** What the worker logged. */
    public Path log() {
        return process.log();
    }

    /** The last lines that the worker logged. */
    public String logTail() {
        return process.logTail();
    }

    @Override
    public void close() {
        process.close();
    }

    private static JavaProgram program(
            StackDirectories directories, String name, Path properties, WorkerOptions options) {
        return new JavaProgram(
                        name,
                        "org.apache.kafka.connect.cli.ConnectDistributed",
                        List.of(directories.kafka().resolve("*")),
                        options.jvmOptions(),
                        List.of(properties.toString()),
                        directories.logs().resolve(name + ".log"))
                .with(options.environment());
    }
}
