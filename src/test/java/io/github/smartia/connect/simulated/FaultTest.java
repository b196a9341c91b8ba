package io.github.smartia.connect.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class FaultTest {

    private final SimulatedApi api = SimulatedApi.start();
    private final Client client = new Client(api);
    private String good = "";

    @BeforeEach
    void searchOnce() throws Exception {
        api.sessions().add(SessionBuilder.completed().build());
        good = client.search("{}").body();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private HttpResponse<String> searchWith(Fault fault) throws Exception {
        api.faults().next(1, fault);
        return client.search("{}");
    }

    private static String unzipped(byte[] zipped) throws IOException {
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return new String(plain.readAllBytes(), UTF_8);
        }
    }

    private Socket sendRaw() throws IOException {
        Socket socket = client.connect();
        String request = "GET /api/v1/smart-ia/sessions HTTP/1.1\r\nx-api-key: " + api.key() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(UTF_8));
        return socket;
    }

    /** What comes over a bare socket, up to the end of the connection. */
    private String rawResponse() throws IOException {
        try (Socket socket = sendRaw()) {
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void aStatusReplacesTheResponse() throws Exception {
        HttpResponse<String> response = searchWith(Fault.status(503, Map.of("Retry-After", "3"), "{}"));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("3");
        assertThat(response.body()).isEqualTo("{}");
        assertThat(searchWith(Fault.status(500)).statusCode()).isEqualTo(500);
        assertThat(searchWith(Fault.redirect("http://localhost/")).headers().firstValue("Location"))
                .hasValue("http://localhost/");
    }

    @Test
    void aBodyThatIsNoPageReplacesTheResponse() throws Exception {
        HttpResponse<String> html = searchWith(Fault.html());

        assertThat(html.statusCode()).isEqualTo(200);
        assertThat(html.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(html.body()).startsWith("<!doctype html>");
        assertThat(searchWith(Fault.html(502)).statusCode()).isEqualTo(502);
        assertThat(searchWith(Fault.body("[]")).body()).isEqualTo("[]");
        String malformed = searchWith(Fault.malformedJson()).body();
        assertThat(good).startsWith(malformed);
        assertThatThrownBy(() -> Json.read(malformed)).isInstanceOf(JacksonException.class);
    }

    @Test
    void contentTypeAndEncodingMayDiffer() throws Exception {
        HttpResponse<String> text = searchWith(Fault.contentType("text/plain"));
        assertThat(text.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(text.body()).isEqualTo(good);

        api.faults().next(1, Fault.gzip());
        HttpResponse<byte[]> zipped = client.searched(BodyHandlers.ofByteArray());
        assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(unzipped(zipped.body())).isEqualTo(good);
    }

    @Test
    void resetsTheConnection() {
        api.faults().next(1, Fault.reset());

        assertThatThrownBy(this::rawResponse)
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    @Test
    void resetsTheConnectionWithinTheBody() throws Exception {
        api.faults().next(1, Fault.resetWithinBody());

        try (Socket socket = sendRaw()) {
            InputStream response = socket.getInputStream();
            assertThat(new String(response.readNBytes(12), UTF_8)).isEqualTo("HTTP/1.1 200");
            assertThatThrownBy(response::readAllBytes).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void closesTheConnectionWithoutAResponse() throws Exception {
        api.faults().next(1, Fault.close());

        assertThat(rawResponse()).isEmpty();
    }

    @Test
    void cutsTheBodyShortOfItsLength() throws Exception {
        api.faults().next(1, Fault.cutBody());

        String response = rawResponse();

        String body = response.substring(response.indexOf("\r\n\r\n") + 4);
        assertThat(response).contains("content-length: " + good.length() + "\r\n");
        assertThat(good).startsWith(body).hasSizeGreaterThan(body.length());
        assertThat(body).isNotEmpty();
    }

    @Test
    void aHangingRequestDelaysNoOther() throws Exception {
        api.faults().next(1, Fault.hang());
        CompletableFuture<HttpResponse<String>> hanging = client.searchLater("{}");
        await().until(() -> api.requests().concurrent() == 1);

        assertThat(client.search("{}").statusCode()).isEqualTo(200);
        assertThat(hanging).isNotDone();
        hanging.cancel(true);
    }

    @Test
    void dripsByteByByte() throws Exception {
        long before = System.nanoTime();

        assertThat(searchWith(Fault.drip(Duration.ofMillis(1))).body()).isEqualTo(good);
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isGreaterThanOrEqualTo(Duration.ofMillis(good.length() - 1L));
    }

    @Test
    void aSmallGzipExpandsToALargeBody() throws Exception {
        api.faults().next(1, Fault.gzipBomb(1_000_000));

        HttpResponse<byte[]> zipped = client.searched(BodyHandlers.ofByteArray());

        assertThat(zipped.body()).hasSizeLessThan(2_000);
        assertThat(unzipped(zipped.body())).hasSize(1_000_000).startsWith("{\"data\":[ ");
    }

    @Test
    void streamsAHugeBody() throws Exception {
        api.faults().next(1, Fault.hugeBody(100_000_001));

        HttpResponse<InputStream> response = client.searched(BodyHandlers.ofInputStream());

        try (InputStream body = response.body()) {
            assertThat(new String(body.readNBytes(9), UTF_8)).isEqualTo("{\"data\":[");
            body.skipNBytes(100_000_001 - 9);
            assertThat(body.read()).isEqualTo(-1);
        }
    }

    @Test
    void theScriptSaysWhichRequestsMeetAFault() throws Exception {
        api.faults().next(2, Fault.status(500));
        api.faults().next(1, request -> request.path().endsWith("/search"), Fault.status(502));
        api.faults().each(request -> request.method().equals("GET"), Fault.status(503));

        assertThat(client.search("{}").statusCode()).isEqualTo(500);
        assertThat(client.list("").statusCode()).isEqualTo(500);
        assertThat(client.list("").statusCode()).isEqualTo(503);
        assertThat(client.search("{}").statusCode()).isEqualTo(502);
        assertThat(client.search("{}").statusCode()).isEqualTo(200);
        assertThat(client.list("").statusCode()).isEqualTo(503);
        api.faults().always(Fault.status(504));
        assertThat(client.search("{}").statusCode()).isEqualTo(504);
        api.faults().clear();
        assertThat(client.list("").statusCode()).isEqualTo(200);
    }

    @Test
    void aShareOfRequestsMeetsAFault() throws Exception {
        api.faults().share(0.3, Fault.status(500));
        int faulty = 0;
        for (int i = 0; i < 200; i++) {
            faulty += client.search("{}").statusCode() == 500 ? 1 : 0;
        }

        assertThat(faulty).isBetween(30, 90);
    }

    @Test
    void requestsThatMeetAFaultAreCounted() throws Exception {
        searchWith(Fault.status(500));
        client.search("{}");

        assertThat(api.faults().met()).isEqualTo(1);
    }
}
