package io.github.smartia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WayToTheApiTest {

    private static final HeldCertificate CERTIFICATE =
            new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();

    @TempDir
    private Path directory;

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
            assertThat(run.output()).contains("TLS failed");
            assertThat(api.requests()).isZero();
        }
    }

    @Test
    void requestsGoThroughTheProxy() {
        try (OddApi proxy = OddApi.start()) {
            String address = "http://user:secret@" + proxy.url().replaceAll("http://|/api/v1", "");
            CliRun run = CliRun.against("http://127.0.0.1:1/api/v1", OddApi.KEY, "check", "--proxy", address);

            assertThat(run.exitCode()).as(run.text()).isZero();
            assertThat(run.text()).doesNotContain("secret");
        }
    }
}
