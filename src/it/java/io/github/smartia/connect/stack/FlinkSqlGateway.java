package io.github.smartia.connect.stack;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Flink's SQL gateway with one session, to which statements go as a SQL client sends them. Each runs in a small cluster
 * inside the gateway's process.
 */
public final class FlinkSqlGateway implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ChildProcess process;
    private final JsonHttp http;
    private final String session;

    private FlinkSqlGateway(ChildProcess process, JsonHttp http) {
        this.process = process;
        this.http = http;
        this.session = "/v1/sessions/"
                + http.call("POST", "/v1/sessions", Map.of())
                        .path("sessionHandle")
                        .asString();
    }

    /** Starts it with the jars of the build's profile {@code flink}; the caller closes it. */
    public static FlinkSqlGateway start() {
        StackDirectories directories = StackDirectories.ofTheBuild();
        int port = FreePorts.next();
        JsonHttp http = JsonHttp.onPort(port);
        ChildProcess process = new ChildProcess(program(directories, port), () -> http.isOk("/v1/info"));
        process.start();
        return new FlinkSqlGateway(process, http);
    }

    /** Executes a statement that comes to an end, such as one that makes a table, and waits for that. */
    public void execute(String statement) {
        Query query = query(statement);
        await(statement).atMost(PATIENCE).until(() -> {
            query.rows();
            return query.isComplete();
        });
    }

    /** Starts a query whose result changes for as long as there are new records. */
    public Query query(String statement) {
        String operation = http.call("POST", session + "/statements", Map.of("statement", statement))
                .path("operationHandle")
                .asString();
        return new Query(session + "/operations/" + operation + "/result/0?rowFormat=JSON");
    }

    @Override
    public void close() {
        process.close();
    }

    private static JavaProgram program(StackDirectories directories, int port) {
        Path home = directories.fresh("flink-home");
        Unchecked.run(() -> Files.writeString(
                home.resolve("config.yaml"), Resource.text("flink.yaml").formatted(home, port)));
        List<String> options = new ArrayList<>(Jvm.quickToStart(768));
        // Far from UTC: dates must not depend on it.
        options.add("-Duser.timezone=Asia/Kolkata");
        JavaProgram program = JavaProgram.of(
                directories,
                "flink",
                "org.apache.flink.table.gateway.SqlGateway",
                directories.flink().resolve("*"),
                options,
                List.of());
        program.process().environment().put("FLINK_CONF_DIR", home.toString());
        return program;
    }

    /** A statement that Flink executes, and its result so far. For one thread. */
    public final class Query {

        private final List<List<String>> rows = new ArrayList<>();
        private Optional<String> next;

        /** @param first where the gateway has the first page of the result */
        Query(String first) {
            this.next = Optional.of(first);
        }

        /** The rows as they are now, with the text of each column, and NULL where there is no value. */
        public List<List<String>> rows() {
            boolean more = true;
            while (more && next.isPresent()) {
                more = readPage(next.orElseThrow());
            }
            return List.copyOf(rows);
        }

        boolean isComplete() {
            return next.isEmpty();
        }

        private boolean readPage(String path) {
            JsonNode page = http.call("GET", path);
            if (page.path("resultType").asString().equals("NOT_READY")) {
                return false;
            }
            next = page.path("nextResultUri").asStringOpt();
            JsonNode changes = page.at("/results/data");
            changes.forEach(this::apply);
            return !changes.isEmpty();
        }

        private void apply(JsonNode change) {
            List<String> row =
                    change.path("fields").valueStream().map(Query::text).toList();
            String kind = change.path("kind").asString();
            switch (kind) {
                case "INSERT", "UPDATE_AFTER" -> rows.add(row);
                case "DELETE", "UPDATE_BEFORE" -> remove(row);
                default -> throw new IllegalStateException("Unknown kind of change: " + kind);
            }
        }

        private void remove(List<String> row) {
            if (!rows.remove(row)) {
                throw new IllegalStateException(
                        "The query removes " + row + ", which its result does not contain: " + rows);
            }
        }

        private static String text(JsonNode field) {
            return field.isNull() ? "NULL" : field.asString();
        }
    }
}
