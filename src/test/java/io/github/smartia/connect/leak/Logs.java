package io.github.smartia.connect.leak;

import io.github.smartia.connect.stack.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Logs, and a worker that logs all that it may say of a connector. */
final class Logs {

    /** The connector with its relocated libraries, Connect, and what Connect hands records to. */
    private static final List<String> LOUD = List.of(
            "io.github.smartia", "org.apache.kafka.connect", "org.apache.kafka.clients.producer", "io.apicurio");

    private static final String CONFIGURATION = """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d %p %X [%t] (%c) %m%n
            rootLogger.level = info
            rootLogger.appenderRef.console.ref = console
            """;

    private Logs() {}

    /** Has the loggers log everything from the worker's first moment on, which no REST call could. */
    static List<String> jvmOptions() {
        String levels = LOUD.stream()
                .map(name -> "logger." + name.replace('.', '_') + ".name = " + name + "\nlogger."
                        + name.replace('.', '_') + ".level = trace\n")
                .collect(Collectors.joining());
        List<String> options = new ArrayList<>(Jvm.quickToStart(512));
        options.add("-Dlog4j2.configurationFile=" + Vault.file(".properties", CONFIGURATION + levels));
        // Dates are searched for as they look there.
        options.add("-Duser.timezone=UTC");
        return options;
    }

    /** The logs of all programs that log where the worker does: broker and registry, too. */
    static List<Remnant> beside(Path log) {
        try (Stream<Path> files = Files.list(log.getParent())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .map(file -> new Remnant("log " + file.getFileName(), bytes(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
