package io.github.smartia.connect.stack;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A schema registry that keeps its schemas in memory and understands Confluent's REST interface. */
public final class SchemaRegistry implements AutoCloseable {

    private static final String CONFLUENT_API = "/apis/ccompat/v7";

    private final URI uri;
    private final JsonHttp http;
    private final Runnable end;

    private SchemaRegistry(URI uri, Runnable end) {
        this.uri = uri;
        this.http = new JsonHttp(confluentUri(), Duration.ofSeconds(30));
        this.end = end;
    }

    static SchemaRegistry start(StackDirectories directories) {
        int port = FreePorts.next();
        JsonHttp probe = JsonHttp.onPort(port);
        ChildProcess process =
                new ChildProcess(program(directories, port), () -> probe.isOk(CONFLUENT_API + "/subjects"));
        process.start();
        return new SchemaRegistry(URI.create("http://127.0.0.1:" + port), process::close);
    }

    /** A registry that runs already, and goes on when this is closed. */
    public static SchemaRegistry at(URI uri) {
        return new SchemaRegistry(uri, () -> {});
    }

    public URI uri() {
        return uri;
    }

    /** The root of Confluent's interface, for {@code schema.registry.url}. */
    public URI confluentUri() {
        return URI.create(uri + CONFLUENT_API);
    }

    /** The newest schema of each subject, with the subject's name, as the registry responds. */
    public List<String> latestSchemas() {
        return http.call("GET", "/subjects")
                .valueStream()
                .map(subject -> URLEncoder.encode(subject.asString(), StandardCharsets.UTF_8)
                        .replace("+", "%20"))
                .map(subject -> http.call("GET", "/subjects/" + subject + "/versions/latest")
                        .toString())
                .toList();
    }

    @Override
    public void close() {
        end.run();
    }

    private static JavaProgram program(StackDirectories directories, int port) {
        Path home = directories.registry();
        List<String> options = new ArrayList<>(Jvm.quickToStart(384));
        options.addAll(List.of("-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=" + port));
        // The runner's manifest brings the jars under lib.
        Path runner = home.resolve("apicurio-registry-app-" + home.getFileName() + "-runner.jar");
        return JavaProgram.of(directories, "registry", "io.quarkus.runner.GeneratedMain", runner, options, List.of());
    }
}
