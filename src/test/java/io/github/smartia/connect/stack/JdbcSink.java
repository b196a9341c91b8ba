package io.github.smartia.connect.stack;

import java.nio.file.Path;
import java.util.Optional;

/** Debezium's JDBC sink, a plugin that the build fetches. */
public final class JdbcSink {

    private JdbcSink() {}

    /** For a worker's {@code plugin.path}. */
    public static Path pluginPath() {
        return Optional.ofNullable(System.getProperty("stack.sink"))
                .map(Path::of)
                .orElseThrow(() -> new IllegalStateException("The system property stack.sink is not set"));
    }
}
