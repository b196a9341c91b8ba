package io.github.smartia.connect.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server in a child process, with a data directory of its own. */
final class ProcessPostgres implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    /** Ends the server at the end of the standard input, and so with this JVM too. */
    private static final List<String> TETHER =
            List.of("sh", "-c", "\"$@\" & cat > /dev/null; kill -INT $!; wait $!", "tether");

    private final Process process;

    private ProcessPostgres(Process process) {
        this.process = process;
    }

    /** Starts it on a port of the loopback interface; it may take a moment until it responds. */
    static ProcessPostgres start(PostgresPrograms programs, StackDirectories directories, int port, String password) {
        Path home = directories.fresh("postgresql");
        Path data = home.resolve("data");
        Path log = directories.logs().resolve("postgresql.log");
        initialise(programs, home, data, log, password);
        // Far from UTC: the views must not depend on the server's time zone.
        List<String> command = new ArrayList<>(TETHER);
        command.addAll(programs.command(
                "postgres",
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "timezone=Asia/Kolkata"));
        return new ProcessPostgres(launch(command, log));
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't end PostgreSQL", e);
        }
        if (!ended(process)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void initialise(PostgresPrograms programs, Path home, Path data, Path log, String password) {
        Path passwordFile = home.resolve("password");
        try {
            Files.writeString(passwordFile, password);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + passwordFile, e);
        }
        Process initdb = launch(
                programs.command(
                        "initdb",
                        "--pgdata=" + data,
                        "--username=" + Postgres.USER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--no-sync"),
                log);
        if (!ended(initdb) || initdb.exitValue() != 0) {
            initdb.destroyForcibly();
            throw new IllegalStateException("PostgreSQL could not make its data directory: see " + log);
        }
    }

    private static Process launch(List<String> command, Path log) {
        try {
            Files.createDirectories(log.getParent());
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't start " + command, e);
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
