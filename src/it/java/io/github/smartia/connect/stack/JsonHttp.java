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

    /** What the server said, whatever the status. */
    record Answer(int status, String body) {

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

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

    /** Whether a GET is answered with 200 now. */
    boolean isOk(String path) {
        try {
            return send("GET", path).status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    Answer send(String method, String path) {
        return exchange(method, path, BodyPublishers.noBody());
    }

    Answer send(String method, String path, Object body) {
        return exchange(method, path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private Answer exchange(String method, String path, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + request.uri() + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in " + method + " " + request.uri(), e);
        }
    }
}
