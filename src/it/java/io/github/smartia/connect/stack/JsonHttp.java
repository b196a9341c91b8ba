package io.github.smartia.connect.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests with JSON to one server. */
final class JsonHttp {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final Duration timeout;

    JsonHttp(URI base, Duration timeout) {
        this.base = base;
        this.timeout = timeout;
    }

    static JsonHttp onPort(int port) {
        return new JsonHttp(URI.create("http://127.0.0.1:" + port), Duration.ofSeconds(30));
    }

    boolean isOk(String path) {
        try {
            return send("GET", path).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /**
     * The JSON of a successful response.
     *
     * @throws IllegalStateException where it is none, with the call and the whole response
     */
    JsonNode call(String method, String path, Object... body) {
        return json(send(method, path, body));
    }

    /** The same of a response that has come; an empty object where it has no body. */
    static JsonNode json(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new IllegalStateException("%s %s was answered with %d: %s"
                    .formatted(response.request().method(), response.uri(), response.statusCode(), response.body()));
        }
        return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    }

    /** The response, whatever its status. */
    HttpResponse<String> send(String method, String path, Object... body) {
        BodyPublisher json =
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body[0]));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .method(method, json)
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + request.uri() + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in " + method + " " + request.uri(), e);
        }
    }
}
