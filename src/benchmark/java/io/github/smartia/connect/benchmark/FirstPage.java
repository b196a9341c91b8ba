package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.simulated.SimulatedApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The first page of completed sessions, as the API sends it. */
final class FirstPage {

    private static final String SEARCH = """
            {"limit":100,"offset":0,"search":{"status":"COMPLETED"},"sort":{"field":"endDate","direction":"asc"}}""";

    private FirstPage() {}

    static byte[] of(SimulatedApi api) {
        HttpRequest search = HttpRequest.newBuilder(URI.create(api.url() + "/smart-ia/sessions/search"))
                .header("x-api-key", api.key())
                .POST(HttpRequest.BodyPublishers.ofString(SEARCH))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(search, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for a page", e);
        }
    }
}
