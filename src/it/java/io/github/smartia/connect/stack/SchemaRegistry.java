package io.github.smartia.connect.stack;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A schema registry that keeps its schemas in memory and understands Confluent's REST interface. */
public final class SchemaRegistry implements AutoCloseable {

    private static final String CONFLUENT_API = "/apis/ccompat/v7";

    private final URI uri;
    private final JsonHttp http;
    private final Optional<ChildProcess> process;

    private SchemaRegistry(URI uri, Optional<ChildProcess> process) {
        this.uri = uri;
        this.http = http(uri);
        this.process = process;
    }

    static SchemaRegistry start(StackDirectories directories) {
        int port = FreePorts.next();
        URI uri = URI.create("http://127.0.0.1:" + port);
        JsonHttp probe = http(uri);
        ChildProcess process = new ChildProcess(program(directories, port), () -> probe.isOk("/subjects"));
        process.start();
        return new SchemaRegistry(uri, Optional.of(process));
    }

    /** A registry that runs already, and goes on when this is closed. */
    public static SchemaRegistry at(URI uri) {
        return new SchemaRegistry(uri, Optional.empty());
    }

    /** The registry's root. */
    public URI uri() {
        return uri;
    }

    /** The root of Confluent's interface, for {@code schema.registry.url}. */
    public URI confluentUri() {
        return confluentUri(uri);
    }

    /** The same, of a registry whose root is {@code uri}. */
    static URI confluentUri(URI uri) {
        return URI.create(uri + CONFLUENT_API);
    }

    /** The names under which schemas were registered, by any converter and naming strategy, without their groups. */
    public List<String> artifacts() {
        return new JsonHttp(uri, Duration.ofSeconds(30))
                .call("GET", "/apis/registry/v2/search/artifacts?limit=500")
                .path("artifacts")
                .valueStream()
                .map(artifact -> artifact.path("id").asString())
                .toList();
    }

    private List<String> subjects() {
        return http.call("GET", "/subjects")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** The newest schema of each subject, with the subject's name, as the registry responds. */
    public List<String> latestSchemas() {
        return subjects().stream()
                .map(subject ->
                        URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20"))
                .map(subject -> http.call("GET", "/subjects/" + subject + "/versions/latest")
                        .toString())
                .toList();
    }

    @Override
    public void close() {
        process.ifPresent(ChildProcess::close);
    }

    private static JsonHttp http(URI uri) {
        return new JsonHttp(confluentUri(uri), Duration.ofSeconds(30));
    }

    private static JavaProgram program(StackDirectories directories, int port) {
        Path home = directories.registry();
        List<String> options = new ArrayList<>(Jvm.quickToStart(384));
        options.add("-Dquarkus.http.host=127.0.0.1");
        options.add("-Dquarkus.http.port=" + port);
        // The runner's manifest brings the jars under lib.
        return new JavaProgram(
                "registry",
                "io.quarkus.runner.GeneratedMain",
                List.of(home.resolve("apicurio-registry-app-" + home.getFileName() + "-runner.jar")),
                options,
                List.of(),
                directories.logs().resolve("registry.log"));
    }
}
