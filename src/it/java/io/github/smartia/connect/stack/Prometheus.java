package io.github.smartia.connect.stack;

import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A Prometheus that asks one worker every second, and evaluates rules as often. */
public final class Prometheus implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final NativeProgram program;
    private final JsonHttp http;

    private Prometheus(NativeProgram program, JsonHttp http) {
        this.program = program;
        this.http = http;
    }

    public static Prometheus start(JmxExporter worker, Path rules) {
        StackDirectories directories = StackDirectories.ofTheBuild();
        Path home = directories.fresh("prometheus");
        int port = FreePorts.next();
        Path config = home.resolve("prometheus.yaml");
        String settings = Resource.text("prometheus.yaml").formatted(rules.toAbsolutePath(), worker.port());
        Unchecked.run(() -> Files.writeString(config, settings));
        List<String> command = List.of(
                "prometheus",
                "--config.file=" + config,
                "--storage.tsdb.path=" + home.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--log.level=warn");
        JsonHttp http = JsonHttp.onPort(port);
        Path log = directories.logs().resolve("prometheus.log");
        Prometheus prometheus = new Prometheus(NativeProgram.start("TERM", log, command), http);
        await("Prometheus").atMost(PATIENCE).until(() -> http.isOk("/-/ready"));
        return prometheus;
    }

    public List<JsonNode> query(String expression) {
        JsonNode answer =
                http.call("GET", "/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        return answer.at("/data/result").valueStream().toList();
    }

    public List<JsonNode> alertRules() {
        return http.call("GET", "/api/v1/rules?type=alert")
                .at("/data/groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    @Override
    public void close() {
        program.close();
    }
}
