package io.github.smartia.connect.leak;

import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.SchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What the worker, and the schema registry beside it, tell anyone who asks. */
final class RestRemnants {

    private static final List<String> OF_THE_WORKER = List.of(
            "/",
            "/connectors?expand=info&expand=status",
            "/connector-plugins?connectorsOnly=false",
            "/connector-plugins/SmartIaSourceConnector/config",
            "/admin/loggers");

    private static final List<String> OF_A_CONNECTOR =
            List.of("", "/config", "/tasks", "/status", "/offsets", "/topics");

    private RestRemnants() {}

    /** @param when for the reader of a leak */
    static List<Remnant> of(ConnectRest rest, String when) {
        Stream<String> ofConnectors = rest.connectors().stream()
                .flatMap(name -> OF_A_CONNECTOR.stream().map(about -> "/connectors/" + name + about));
        return Stream.concat(OF_THE_WORKER.stream(), ofConnectors)
                .map(path -> Remnant.of("GET " + path + " " + when, rest.get(path)))
                .toList();
    }

    /**
     * The answer to the question whether settings are right, but for the ids that they filter by: those are the asker's
     * own, and the worker shows them resolved by its own design.
     */
    static Remnant ofValidation(ConnectRest rest, Map<String, String> config, String when) {
        JsonNode answer = JsonMapper.shared().readTree(rest.validateInFull(config));
        ((ArrayNode) answer.get("configs"))
                .removeIf(setting -> setting.at("/value/name").asString("").equals("filter.user.ids"));
        return Remnant.of("the answer to validate " + when, answer.toString());
    }

    /** The newest schema of each subject. Answers name their subject; here it has a number, for its name may leak too. */
    static List<Remnant> of(SchemaRegistry registry) {
        List<String> subjects = registry.subjects();
        return IntStream.range(0, subjects.size())
                .mapToObj(index -> {
                    String path = "/subjects/" + encoded(subjects.get(index)) + "/versions/latest";
                    String answer = get(URI.create(registry.confluentUri() + path));
                    return Remnant.of("GET /subjects/… of the registry, number " + index, answer);
                })
                .toList();
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String get(URI uri) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in GET " + uri, e);
        }
    }
}
