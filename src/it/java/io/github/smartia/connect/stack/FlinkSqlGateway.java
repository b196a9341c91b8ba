package io.github.smartia.connect.stack;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        FlinkQuery query = query(statement);
        await(statement).atMost(PATIENCE).until(() -> {
            query.rows();
            return query.isComplete();
        });
    }

    /** Starts a query whose result changes for as long as there are new records. */
    public FlinkQuery query(String statement) {
        String operation = http.call("POST", session + "/statements", Map.of("statement", statement))
                .path("operationHandle")
                .asString();
        return new FlinkQuery(this, session + "/operations/" + operation + "/result/0?rowFormat=JSON");
    }

    @Override
    public void close() {
        process.close();
    }

    JsonNode get(String path) {
        return http.call("GET", path);
    }

    private static JavaProgram program(StackDirectories directories, int port) {
        Path home = directories.fresh("flink-home");
        writeSettings(home, port);
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

    private static void writeSettings(Path home, int port) {
        Unchecked.run(() -> Files.writeString(home.resolve("config.yaml"), """
                    execution.target: local
                    parallelism.default: 1
                    io.tmp.dirs: %s
                    sql-gateway.endpoint.rest.address: 127.0.0.1
                    sql-gateway.endpoint.rest.bind-address: 127.0.0.1
                    sql-gateway.endpoint.rest.port: %d
                    rest.address: 127.0.0.1
                    rest.bind-address: 127.0.0.1
                    jobmanager.bind-host: 127.0.0.1
                    taskmanager.bind-host: 127.0.0.1
                    """.formatted(home, port)));
    }
}
