package io.github.smartia.cli.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLParameters;

/** Sends one request at a time. Limits the time and the size of the whole response. */
final class Transport {

    private static final int MAX_BYTES = 32 << 20;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final Connection connection;
    private final Duration timeout;
    private final Clock clock;
    private final HttpClient client;

    /** A hung request keeps its thread, so each request has its own. */
    private final Executor threads = task -> {
        Thread thread = new Thread(task, "request");
        thread.setDaemon(true);
        thread.start();
    };

    Transport(Connection connection, Duration timeout, Clock clock) {
        this.connection = connection;
        this.timeout = timeout;
        this.clock = clock;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .sslContext(connection.tls())
                .sslParameters(new SSLParameters(null, new String[] {"TLSv1.3", "TLSv1.2"}));
        connection.tunnel().ifPresent(proxy -> builder.proxy(proxy.selector()));
        client = builder.build();
    }

    Response search(Search search) throws IOException, InterruptedException {
        return send(request(connection.search())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(search.body()))
                .build());
    }

    Response inProgress(Search search) throws IOException, InterruptedException {
        return send(request(connection.inProgress(search.query())).GET().build());
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .header("x-api-key", connection.key().value());
        connection
                .tunnel()
                .flatMap(Proxy::authorisation)
                .ifPresent(text -> request.header("Proxy-Authorization", text));
        return request;
    }

    private Response send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<Response> exchange = CompletableFuture.supplyAsync(() -> exchange(request), threads);
        try {
            return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new LimitException("no complete response within " + timeout.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof WireException failure ? failure.cause : new IOException(e.getCause());
        }
    }

    private Response exchange(HttpRequest request) {
        Instant start = clock.instant();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            byte[] wire = read(response.body());
            Instant received = clock.instant();
            Duration latency = Duration.between(start, received);
            return new Response(
                    response.statusCode(), response.headers(), plain(response, wire), wire.length, latency, received);
        } catch (IOException e) {
            throw new WireException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WireException(new IOException("interrupted", e));
        }
    }

    private static byte[] plain(HttpResponse<InputStream> response, byte[] wire) throws IOException {
        boolean zipped = response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        return zipped ? read(new GZIPInputStream(new ByteArrayInputStream(wire))) : wire;
    }

    private static byte[] read(InputStream body) throws IOException {
        try (body) {
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new LimitException("a response over " + (MAX_BYTES >> 20) + " MiB");
            }
            return bytes;
        }
    }

    /** A failure within a future. */
    private static final class WireException extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final IOException cause;

        WireException(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
