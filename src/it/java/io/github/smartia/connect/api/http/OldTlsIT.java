package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.tls.OneVersionServer;
import io.github.smartia.connect.tls.PrivateCa;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that speak one version of TLS each. */
@Timeout(60)
class OldTlsIT {

    private static final PrivateCa CA = new PrivateCa("The school's CA");
    private static final Transport TRUSTING = new Transport(Optional.of(CA.trustStore("PKCS12")), Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void isReadOverWhatIsSafe(String version) {
        try (OneVersionServer server = OneVersionServer.start(CA.certify("localhost"), version);
                PageFetcher api = api(server)) {
            assertThat(Queries.fetch(api).total()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1", "TLSv1.1"})
    void isNotSpokenToOverAnythingOlder(String version) {
        try (OneVersionServer server = OneVersionServer.start(CA.certify("localhost"), version);
                PageFetcher api = api(server)) {
            assertThatThrownBy(() -> Queries.fetch(api))
                    .hasMessageContaining(
                            "localhost: it supports neither TLS 1.2 nor TLS 1.3, and older versions are not accepted");
        }
    }

    private static PageFetcher api(OneVersionServer server) {
        return HttpPageFetcher.alone(Queries.by(TRUSTING, server.url()), 1, Clock.systemUTC());
    }
}
