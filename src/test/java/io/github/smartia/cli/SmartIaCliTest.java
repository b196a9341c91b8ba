package io.github.smartia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.tls.RawServer;
import io.github.smartia.connect.tls.TunnelProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmartIaCliTest {

    private static final HeldCertificate CERTIFICATE =
            new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();

    @TempDir
    private Path directory;

    @Test
    void withoutACommandTheCommandsAreNamed() {
        CliRun run = CliRun.with("a-key");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("count");
    }

    @Test
    void theKeyMayComeFromStandardInput() {
        try (SimulatedApi api = SimulatedApi.start()) {
            CliRun run = CliRun.run(Map.of(), api.key() + "\n", Clock.systemUTC(), "count", "--url", api.url());

            assertThat(run.exitCode()).isZero();
            assertThat(api.requests().all())
                    .allMatch(request -> request.key().orElseThrow().equals(api.key()));
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "a key", "k\u00e9y"})
    void aKeyThatCannotTravelIsRefused(String key) {
        CliRun run = CliRun.run(Map.of(), key + "\n", Clock.systemUTC(), "count");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("API key").doesNotContain("a key").doesNotContain("k\u00e9y");
    }

    @ParameterizedTest
    @CsvSource({
        "--url, http://connect.example/api",
        "--url, https://user:secret@connect.example/api",
        "--url, https://connect.example/api?secret=1",
        "--url, 'https://'",
        "--url, ::secret",
        "--proxy, https://user:secret@proxy.example:1",
        "--proxy, http://proxy.example",
        "--truststore, /no/such/secret",
        "--requests-per-second, 6",
        "--requests-per-second, 0"
    })
    void aWrongOptionIsNamedWithoutItsValue(String option, String value) {
        CliRun run = CliRun.with("a-key", "count", option, value);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains(option).doesNotContain("secret");
    }

    @Test
    void theKeyIsNoArgument() {
        assertThat(CliRun.with("", "count", "--help").output()).doesNotContain("--key");
        assertThat(CliRun.with("", "count", "--api-key", "x").exitCode()).isEqualTo(2);
    }

    private static OddApi overTls() throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        HandshakeCertificates own =
                new HandshakeCertificates.Builder().heldCertificate(CERTIFICATE).build();
        server.setHttpsConfigurator(new HttpsConfigurator(own.sslContext()));
        return OddApi.start(server);
    }

    private static String https(OddApi api) {
        return api.url().replace("http://127.0.0.1", "https://localhost");
    }

    @Test
    void aCertificateOfTheTrustStoreIsAccepted() throws IOException {
        Path file = Files.writeString(directory.resolve("ca.pem"), CERTIFICATE.certificatePem());
        try (OddApi api = overTls()) {
            CliRun run = CliRun.against(
                    https(api), OddApi.KEY, "check", "--truststore", file.toString(), "--truststore-type", "pem");

            assertThat(run.exitCode()).as(run.text()).isZero();
        }
    }

    @Test
    void anUnknownCertificateEndsTheCheck() throws IOException {
        try (OddApi api = overTls()) {
            CliRun run = CliRun.against(https(api), OddApi.KEY, "check");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.output())
                    .contains("TLS failed", "(SSLHandshakeException)")
                    .doesNotContain("certification path");
            assertThat(api.requests()).isZero();
        }
    }

    @Test
    void requestsGoThroughATunnelOfTheProxy() throws IOException {
        Path file = Files.writeString(directory.resolve("ca.pem"), CERTIFICATE.certificatePem());
        String[] options = {"--truststore", file.toString(), "--truststore-type", "pem", "--proxy"};
        try (OddApi api = overTls();
                TunnelProxy proxy = TunnelProxy.open()) {
            CliRun run = CliRun.against(https(api), OddApi.KEY, "check", and(options, address(proxy)));

            assertThat(run.exitCode()).as(run.text()).isZero();
            assertThat(run.text()).doesNotContain("secret");
            assertThat(proxy.heads()).isNotEmpty().allMatch(head -> head.startsWith("CONNECT localhost:"));
            assertThat(proxy.heads() + proxy.seen()).doesNotContain(OddApi.KEY);
        }
    }

    @Test
    void withoutTlsTheProxyGetsNeitherRequestsNorTheKey() {
        try (OddApi api = OddApi.start();
                TunnelProxy proxy = TunnelProxy.answering("HTTP/1.1 502 Bad Gateway")) {
            CliRun run = CliRun.against(api.url(), OddApi.KEY, "check", "--proxy", address(proxy));

            assertThat(proxy.heads()).isEmpty();
            assertThat(run.exitCode()).as(run.text()).isZero();
            assertThat(api.requestHeaders()).contains("X-api-key").doesNotContain("Proxy-authorization");
        }
    }

    private static String address(TunnelProxy proxy) {
        return "http://user:secret@localhost:" + proxy.port();
    }

    private static String[] and(String[] options, String last) {
        return Stream.concat(Stream.of(options), Stream.of(last)).toArray(String[]::new);
    }

    @Test
    void aResponseWithoutAHeadIsNotQuoted() {
        try (RawServer server = new RawServer(RawServer.answering("Samma Pelton\r\n\r\n"))) {
            CliRun run = CliRun.against(server.url(), OddApi.KEY, "count");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.errors()).contains("no complete response (ProtocolException)");
            assertThat(run.text()).doesNotContain("Samma");
        }
    }

    @Test
    void aResponseThatIsTooLargeIsNamed() {
        try (OddApi api = OddApi.start()) {
            api.body = page -> " ".repeat((32 << 20) + 1);

            assertThat(CliRun.against(api.url(), OddApi.KEY, "count").errors())
                    .contains(System.lineSeparator() + "a response over 32 MiB" + System.lineSeparator());
        }
    }
}
