package io.github.smartia.connect.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Connect worker. It keeps its port and its settings over restarts, and has started once it has joined its group. */
public final class ConnectWorker extends ChildProcess {

    private final ConnectRest rest;

    /** @param probe is answered only by a worker that has joined its group */
    private ConnectWorker(URI uri, JavaProgram program, JsonHttp probe) {
        super(program, () -> probe.isOk("/connectors"));
        this.rest = new ConnectRest(uri);
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
        Path properties = here.write(home.resolve("worker.properties"));
        JavaProgram program = JavaProgram.of(
                directories,
                name,
                script.mainClass,
                directories.kafka().resolve("*"),
                options.jvmOptions(),
                Stream.concat(Stream.of(properties), Stream.of(connectors))
                        .map(Path::toString)
                        .toList());
        program.process().directory(home.toFile()).environment().putAll(options.environment());
        return new ConnectWorker(uri, program, new JsonHttp(uri, Duration.ofSeconds(2)));
    }

    public ConnectRest rest() {
        return rest;
    }
}
