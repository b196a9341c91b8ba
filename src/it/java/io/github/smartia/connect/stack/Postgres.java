package io.github.smartia.connect.stack;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server on loopback with no databases but its own: of the programs on this machine, or in a container.
 */
public record Postgres(int port, String password, Runnable end) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Postgres.class);

    public static final String USER = "smart_ia";

    /** Where Debian's packages put the programs, outside the path: a directory for each major version. */
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    /** PostgreSQL refuses to run as root. In a user namespace, root is nobody and still the owner of its files. */
    private static final List<String> AS_NOBODY =
            List.of("unshare", "--user", "--map-user=65534", "--map-group=65534", "--");

    /** Far from UTC: the views must not depend on the server's time zone. */
    static final String TIME_ZONE = "Asia/Kolkata";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The directory of the programs is $0, that of the server $1; then come options of the server. */
    private static final String SCRIPT = """
            "$0/initdb" --pgdata="$1/data" --username=smart_ia --pwfile="$1/password" --auth=scram-sha-256 \\
              --encoding=UTF8 --locale=C.UTF-8 --no-sync && home=$1 && shift &&
            exec "$0/postgres" --listen_addresses=127.0.0.1 --unix_socket_directories= -D "$home/data" "$@"
            """;

    /** Why none can be started here; empty if one can. */
    public static Optional<String> obstacle() {
        return programs().isPresent()
                ? Optional.empty()
                : Containers.obstacleTo(Containers.POSTGRES)
                        .map(reason -> "PostgreSQL is not installed (Debian's package is postgresql), and " + reason);
    }

    /** Starts one where the broker of the build would run, if it can. The caller closes it. */
    public static Postgres start(String password) {
        boolean contained = programs().isEmpty()
                || (Containers.isSaid("container")
                        && Containers.obstacleTo(Containers.POSTGRES).isEmpty());
        Postgres postgres = contained ? Containers.startPostgres(password) : startInstalled(password);
        await("PostgreSQL")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> postgres.database("postgres").rows("SELECT 1").size() == 1);
        LOG.info("PostgreSQL runs in a {}.", contained ? "container: " + Containers.POSTGRES : "child process");
        return postgres;
    }

    private static Postgres startInstalled(String password) {
        StackDirectories directories = StackDirectories.ofTheBuild();
        Path home = directories.fresh("postgresql");
        int port = FreePorts.next();
        Unchecked.run(() -> Files.writeString(home.resolve("password"), password));
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(AS_NOBODY);
        }
        command.addAll(List.of("sh", "-c", SCRIPT, programs().orElseThrow().toString(), home.toString()));
        command.addAll(List.of("-p", Integer.toString(port), "--timezone=" + TIME_ZONE));
        NativeProgram server = NativeProgram.start("INT", directories.logs().resolve("postgresql.log"), command);
        return new Postgres(port, password, server::close);
    }

    public Database create(String name) {
        database("postgres").execute("CREATE DATABASE " + name);
        return database(name);
    }

    @Override
    public void close() {
        end.run();
    }

    private Database database(String name) {
        return new Database(port, password, name);
    }

    /** The directory that holds them: on the path, or else Debian's of the highest version. */
    private static Optional<Path> programs() {
        Stream<Path> installed = Optional.ofNullable(DEBIAN.toFile().list()).stream()
                .flatMap(Arrays::stream)
                .sorted(Comparator.reverseOrder())
                .map(version -> DEBIAN.resolve(version).resolve("bin"));
        return Stream.concat(NativeProgram.onPath("initdb").map(Path::getParent).stream(), installed)
                .filter(directory -> Files.isExecutable(directory.resolve("postgres")))
                .findFirst();
    }

    /** One database of a {@link Postgres}. */
    public record Database(int port, String password, String name) {

        public String url() {
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
        }

        /** The variables from which psql knows where to go. */
        public Map<String, String> environment() {
            return Map.of(
                    "PGHOST",
                    "127.0.0.1",
                    "PGPORT",
                    Integer.toString(port),
                    "PGDATABASE",
                    name,
                    "PGUSER",
                    USER,
                    "PGPASSWORD",
                    password);
        }

        public void execute(String statements) {
            Unchecked.run(() -> {
                try (Connection connection = source().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute(statements);
                }
            });
        }

        /** The rows of a query; dates and times as those of {@code java.time}. */
        public List<List<Object>> rows(String query) {
            return Unchecked.get(() -> {
                try (Connection connection = source().getConnection();
                        Statement statement = connection.createStatement();
                        ResultSet result = statement.executeQuery(query)) {
                    List<List<Object>> rows = new ArrayList<>();
                    while (result.next()) {
                        rows.add(row(result));
                    }
                    return rows;
                }
            });
        }

        private static List<Object> row(ResultSet result) throws SQLException {
            List<Object> row = new ArrayList<>();
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                Object value = result.getObject(column);
                if (value instanceof Timestamp time) {
                    value = time.toInstant();
                } else if (value instanceof java.sql.Date day) {
                    value = day.toLocalDate();
                }
                row.add(value);
            }
            return row;
        }

        private PGSimpleDataSource source() {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(url());
            source.setUser(USER);
            source.setPassword(password);
            return source;
        }
    }
}
