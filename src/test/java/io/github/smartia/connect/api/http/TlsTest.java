package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.api.json.SessionJson;
import io.github.smartia.connect.tls.PrivateCa;
import io.github.smartia.connect.tls.RawServer;
import io.github.smartia.connect.tls.TlsServer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is believed to be the API, and what is said of those who are not. */
@Timeout(30)
class TlsTest {

    private static final PrivateCa CA = new PrivateCa("The school's CA");
    private static final Transport TRUSTING = new Transport(Optional.of(CA.trustStore("PKCS12")), Optional.empty());

    @Test
    void certificateOfATrustedCaForTheHostIsAccepted() {
        try (TlsServer server = TlsServer.start(CA.certify("localhost"), SessionJson.page(0));
                PageFetcher api = api(server.url())) {
            assertThat(Queries.fetch(api).total()).isZero();
            assertThat(server.keys()).containsExactly(Queries.KEY);
        }
    }

    @ParameterizedTest
    @MethodSource
    void otherCertificateIsNotBelieved(HeldCertificate certificate, Transport transport, String saying) {
        try (TlsServer server = TlsServer.start(certificate, SessionJson.page(0))) {
            ApiException failure = Queries.failure(Queries.by(transport, server.url()));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure)
                    .hasMessageMatching(
                            "POST \\S+ got no response: no TLS connection to localhost: its certificate,? " + saying);
            assertThat(server.keys()).isEmpty();
        }
    }

    static Stream<Arguments> otherCertificateIsNotBelieved() {
        Instant now = Instant.now();
        Instant yesterday = now.minus(Duration.ofDays(1));
        Instant tomorrow = now.plus(Duration.ofDays(1));
        String untrusted = "is from a CA that this worker does not trust; .*api.ssl.truststore.location";
        return Stream.of(
                arguments(CA.certify("api.example"), TRUSTING, "is for another host name: .*localhost found"),
                arguments(
                        CA.certify("localhost", now.minus(Duration.ofDays(2)), yesterday),
                        TRUSTING,
                        "or that of a CA above it, has expired; .*"),
                arguments(
                        CA.certify("localhost", tomorrow, now.plus(Duration.ofDays(2))),
                        TRUSTING,
                        "is not valid yet; check the worker's clock"),
                arguments(new PrivateCa("Another CA").certify("localhost"), TRUSTING, untrusted),
                arguments(new PrivateCa("The school's CA").certify("localhost"), TRUSTING, untrusted),
                arguments(CA.certify("localhost"), Transport.DIRECT, untrusted),
                arguments(selfSigned(), TRUSTING, untrusted));
    }

    private static HeldCertificate selfSigned() {
        return new HeldCertificate.Builder()
                .commonName("localhost")
                .addSubjectAlternativeName("localhost")
                .build();
    }

    @Test
    void serverThatSpeaksNoTlsIsSaidSo() {
        try (RawServer server = new RawServer(RawServer.answering("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            ApiException failure = Queries.failure(Queries.by(TRUSTING, secure(server)));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure)
                    .hasMessageContaining("no TLS connection to localhost: ")
                    .hasMessageEndingWith("the server at this port does not use TLS; check the port");
        }
    }

    /** As a server responds that speaks TLS 1.1 at most. */
    @Test
    void rejectedTlsVersionIsExplained() {
        String protocolVersion = "\u0015\u0003\u0002\u0000\u0002\u0002F";
        try (RawServer server = new RawServer(RawServer.answering(protocolVersion))) {
            assertThat(Queries.failure(Queries.by(TRUSTING, secure(server))))
                    .hasMessageContaining(
                            "localhost: it supports neither TLS 1.2 nor TLS 1.3, and older versions are not accepted");
        }
    }

    @Test
    void nothingOlderThanTls12IsOffered() {
        List<byte[]> hellos = new CopyOnWriteArrayList<>();
        try (RawServer server = new RawServer(connection -> {
                    byte[] head = connection.getInputStream().readNBytes(5);
                    hellos.add(connection.getInputStream().readNBytes(256 * (head[3] & 0xff) + (head[4] & 0xff)));
                });
                PageFetcher api = api(secure(server))) {
            Queries.start(api, Queries.COMPLETED);
            await().until(() -> !hellos.isEmpty());

            String hello = HexFormat.of().formatHex(hellos.get(0));

            // The extension supported_versions: its number, its length, that of the list, TLS 1.3 and TLS 1.2.
            assertThat(hello).contains("002b" + "0005" + "04" + "0304" + "0303");
        }
    }

    @Test
    void handshakeThatHangsIsGivenUpLikeAnyConnection() {
        try (RawServer server = new RawServer(RawServer::awaitEnd)) {
            ApiOptions options = Queries.connectingWithin(Duration.ofMillis(300), secure(server), TRUSTING);

            assertThat(Queries.failure(options)).hasMessageEndingWith("no connection within 300 ms");
            await().until(server::allEnded);
        }
    }

    private static String secure(RawServer server) {
        return server.url().replace("http:", "https:");
    }

    private static PageFetcher api(String url) {
        return Queries.alone(Queries.by(TRUSTING, url));
    }
}
