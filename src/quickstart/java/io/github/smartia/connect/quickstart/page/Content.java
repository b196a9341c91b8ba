package io.github.smartia.connect.quickstart.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What is served at one path. */
record Content(String type, byte[] bytes) {

    static Content json(String text) {
        return new Content("application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param name as {@link Class#getResourceAsStream} takes it */
    static Content resource(String name, String type) {
        try (InputStream resource = Content.class.getResourceAsStream(name)) {
            return new Content(type, resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void send(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
