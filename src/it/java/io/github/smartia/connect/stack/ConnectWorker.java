package io.github.smartia.connect.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
     * A worker that is not started yet, set by a file but for what differs from place to place, in a directory of its own.
     *
     * @param name distinguishes its files and logs from those of other workers
     * @param pluginPath directories that hold plugin directories
     * @param connectors files of connectors that a standalone worker is started with
     */
    static ConnectWorker of(
            StackDirectories directories,
            String name,
            String bootstrapServers,
            List<Path> pluginPath,
            KafkaScript script,
            WorkerFile file,
            WorkerOptions options,
            Path... connectors) {
        URI uri = URI.create("http://127.0.0.1:" + FreePorts.next());
        Path home = directories.fresh(name);
        WorkerFile here = file.at("bootstrap.servers", bootstrapServers)
                .at("listeners", uri)
                .at("plugin.path", pluginPath.stream().map(Path::toString).collect(Collectors.joining(",")))
                .with(options.properties());
        Path properties = WorkerFile.write(home.resolve("worker.properties"), here.settings());
        JavaProgram program = new JavaProgram(
                name,
                script.mainClass(),
                List.of(directories.kafka().resolve("*")),
                options.jvmOptions(),
                Stream.concat(Stream.of(properties), Stream.of(connectors))
                        .map(Path::toString)
                        .toList(),
                directories.logs().resolve(name + ".log"));
        return new ConnectWorker(uri, program.with(options.environment()).in(home));
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
}
