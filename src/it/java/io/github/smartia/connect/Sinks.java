package io.github.smartia.connect;

import io.github.smartia.connect.quickstart.ConnectorFile;
import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.Postgres;
import io.github.smartia.connect.stack.Stack;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sinks of {@code config/analytics}, with other addresses and the converter of the stack, and else as they are. */
record Sinks(ConnectRest connect, List<ConnectorFile> files) implements AutoCloseable {

    private static final Path DIRECTORY = Path.of("config", "analytics");

    /** Those for the topics of a connector, on a worker, writing into a database. */
    static Sinks of(Stack stack, ConnectRest connect, String connector, Postgres.Database database) {
        return new Sinks(
                connect,
                Stream.of("completed", "in-progress")
                        .map(stream -> ConnectorFile.read(DIRECTORY.resolve("sink-" + stream + ".json"))
                                .withConverter(stack.converter())
                                .with("topics", connector + "-" + stream)
                                .with("connection.url", database.url()))
                        .toList());
    }

    /** As they are where records are flat. */
    Sinks withoutTransforms() {
        return new Sinks(
                connect, files.stream().map(file -> file.without("transforms")).toList());
    }

    /** Creates both, and waits until they run. */
    Sinks start() {
        files.forEach(sink -> {
            connect.create(sink.name(), sink.settings());
            connect.awaitRunning(sink.name());
        });
        return this;
    }

    /** The file of the sink of a stream, in a directory, as it is sent to a worker. */
    Path write(String stream, Path directory) {
        ConnectorFile sink = files.stream()
                .filter(file -> file.name().endsWith("-" + stream))
                .findFirst()
                .orElseThrow();
        return sink.write(directory.resolve(sink.name() + ".json"));
    }

    boolean areRunning() {
        return files.stream().allMatch(sink -> connect.status(sink.name()).isRunning());
    }

    @Override
    public void close() {
        files.stream()
                .map(ConnectorFile::name)
                .filter(connect.connectors()::contains)
                .forEach(connect::delete);
    }
}
