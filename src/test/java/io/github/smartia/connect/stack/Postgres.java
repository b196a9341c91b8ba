package io.github.smartia.connect.stack;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;

/**
 * A PostgreSQL server on loopback: of the programs on this machine, else in a container where that is possible.
 *
 * @param port on 127.0.0.1
 * @param password of {@link #USER}
 * @param server what is closed in the end
 */
public record Postgres(int port, String password, AutoCloseable server) implements AutoCloseable {

    /** The owner of all databases. */
    public static final String USER = "smart_ia";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Why none can be started here; empty where one can. */
    public static Optional<String> obstacle() {
        if (programs().isPresent()) {
            return Optional.empty();
        }
        String programs = PostgresPrograms.find()
                .map(found -> "PostgreSQL does not run from " + found.directory()
                        + " (as root, this needs user namespaces: unshare --user)")
                .orElse("PostgreSQL is not installed (Debian's package is postgresql)");
        return ContainerEngine.here()
                .obstacleTo(ContainerPostgres.IMAGE)
                .map(obstacle -> programs + ", and " + obstacle);
    }

    /** Starts one with no databases but its own; the caller closes it. */
    public static Postgres start(String password) {
        Postgres postgres =
                programs().map(programs -> inProcess(programs, password)).orElseGet(() -> inContainer(password));
        await("PostgreSQL")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> postgres.database("postgres").rows("SELECT 1").size() == 1);
        return postgres;
    }

    /** Creates a database. */
    public PostgresDatabase create(String name) {
        database("postgres").execute("CREATE DATABASE " + name);
        return database(name);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("PostgreSQL did not end", e);
        }
    }

    private PostgresDatabase database(String name) {
        return new PostgresDatabase(port, password, name);
    }

    private static Optional<PostgresPrograms> programs() {
        return PostgresPrograms.find().filter(PostgresPrograms::run);
    }

    private static Postgres inProcess(PostgresPrograms programs, String password) {
        int port = FreePorts.next();
        StackDirectories directories = StackDirectories.ofTheBuild();
        return new Postgres(port, password, ProcessPostgres.start(programs, directories, port, password));
    }

    private static Postgres inContainer(String password) {
        ContainerPostgres container = ContainerPostgres.start(password);
        return new Postgres(container.port(), password, container);
    }
}
