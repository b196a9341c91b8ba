package io.github.smartia.connect.simulated;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** A client of one simulated API. */
final class Client {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final SimulatedApi api;

    Client(SimulatedApi api) {
        this.api = api;
    }

    HttpResponse<String> search(String body) throws IOException, InterruptedException {
        return http.send(searchRequest(body), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> searchLater(String body) {
        return http.sendAsync(searchRequest(body), BodyHandlers.ofString());
    }

    <T> HttpResponse<T> searched(HttpResponse.BodyHandler<T> body) throws IOException, InterruptedException {
        return http.send(searchRequest("{}"), body);
    }

    /** The response to a search that must succeed. */
    JsonNode found(String body) throws IOException, InterruptedException {
        return good(search(body));
    }

    /** @param call what follows the path of sessions, the query included */
    HttpResponse<String> list(String call) throws IOException, InterruptedException {
        return send(request(call).build());
    }

    JsonNode listed(String call) throws IOException, InterruptedException {
        return good(list(call));
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpRequest searchRequest(String body) {
        return request("/search")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    HttpRequest.Builder request(String call) {
        return HttpRequest.newBuilder(URI.create(api.url() + "/smart-ia/sessions"
                        + call.replace("[", "%5B").replace("]", "%5D")))
                .timeout(Duration.ofSeconds(20))
                .header("x-api-key", api.key());
    }

    /** A bare connection, for what an HTTP client hides. */
    Socket connect() throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(), URI.create(api.url()).getPort());
    }

    static List<String> ids(JsonNode response) {
        List<String> ids = new ArrayList<>();
        response.path("data")
                .forEach(session -> ids.add(session.path("sessionId").asString()));
        return ids;
    }

    private static JsonNode good(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return Json.read(response.body());
    }
}
