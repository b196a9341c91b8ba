package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.api.http.Transport.Proxy;
import io.github.smartia.connect.api.json.SessionJson;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.tls.PrivateCa;
import io.github.smartia.connect.tls.RawServer;
import io.github.smartia.connect.tls.TlsServer;
import io.github.smartia.connect.tls.TunnelProxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the API is asked through a proxy. */
@Timeout(30)
class ProxyTest {

    private static final PrivateCa CA = new PrivateCa("The school's CA");
    private static final Optional<String> CREDENTIALS = Optional.of("worker:" + Queries.PROXY_PASSWORD);
    private static final String AUTHORISATION = "Proxy-Authorization: Basic " + Queries.PROXY_CREDENTIALS + "\r\n";

    @AutoClose
    private final TlsServer server = TlsServer.start(CA.certify("localhost"), SessionJson.page(0));

    @Test
    void proxyCannotLookIntoItsTunnel() {
        try (TunnelProxy proxy = TunnelProxy.demanding(AUTHORISATION);
                PageFetcher api = api(proxy)) {
            Queries.fetch(api);

            assertThat(server.keys()).containsExactly(Queries.KEY);
            assertThat(proxy.heads()).singleElement().asString().startsWith("CONNECT localhost:");
            assertThat(proxy.heads().toString() + proxy.seen()).doesNotContain(Queries.KEY, "x-api-key", "smart-ia");
        }
    }

    @Test
    void tunnelIsUsedAgainWithoutCredentialsToTheApi() {
        try (TunnelProxy proxy = TunnelProxy.open();
                PageFetcher api = api(proxy)) {
            for (int i = 0; i < 3; i++) {
                Queries.fetch(api);
            }

            assertThat(server.keys()).hasSize(3);
            assertThat(proxy.heads()).hasSize(1);
            assertThat(server.headerNames()).doesNotContain("Proxy-authorization");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "407 Unauthorized, true, PROXY_REJECTED, it does not accept the user name and password of api.proxy.url",
        "407 Unauthorized, false, PROXY_REJECTED, 'it requires a user name and a password, and api.proxy.url contains "
                + "none'",
        "403 Forbidden, true, PROXY_REJECTED, it does not let the worker connect to the API",
        "401 Unauthorized, true, PROXY_REJECTED, it does not let the worker connect to the API",
        "302 Found, true, PROXY_REJECTED, it does not let the worker connect to the API",
        "502 Bad Gateway, true, TRANSIENT, it can't connect to the API",
        "503 Service Unavailable, true, TRANSIENT, it can't connect to the API"
    })
    void proxyThatOpensNoTunnelIsNotTheApi(String status, boolean credentials, Kind kind, String why) {
        try (TunnelProxy proxy = TunnelProxy.answering("HTTP/1.1 " + status)) {
            ApiException failure =
                    Queries.failure(Queries.by(through(proxy, CREDENTIALS.filter(text -> credentials)), server.url()));

            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.isTransient()).isEqualTo(kind == Kind.TRANSIENT);
            assertThat(failure)
                    .hasMessageEndingWith("the proxy localhost:" + proxy.port() + " responded with status "
                            + status.substring(0, 3) + ": " + why);
            assertThat(server.keys()).isEmpty();
        }
    }

    @Test
    void whatIsNoProxyOrNotThereIsSaidSo() {
        try (TunnelProxy proxy = TunnelProxy.answering("220 mail.example ESMTP")) {
            assertUnreachable(proxy, "the server at localhost:" + proxy.port() + " is not an HTTP proxy");
        }
        TunnelProxy gone = TunnelProxy.open();
        gone.close();
        assertUnreachable(gone, "the proxy localhost:" + gone.port() + " can't be reached: ");
    }

    private void assertUnreachable(TunnelProxy proxy, String message) {
        ApiException failure = Queries.failure(Queries.by(through(proxy, CREDENTIALS), server.url()));

        assertThat(failure.kind()).isEqualTo(Kind.PROXY_UNREACHABLE);
        assertThat(failure.isTransient()).isTrue();
        assertThat(failure).hasMessageContaining(message);
    }

    @Test
    void proxyThatHangsIsGivenUpLikeAnyConnection() {
        try (TunnelProxy proxy = TunnelProxy.answering("")) {
            Transport transport = through(proxy, CREDENTIALS);
            ApiOptions options = Queries.connectingWithin(Duration.ofMillis(300), server.url(), transport);

            ApiException failure = Queries.failure(options);

            assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
            assertThat(failure)
                    .hasMessageEndingWith("no connection to the proxy localhost:" + proxy.port() + " within 300 ms");
            await().until(proxy::allEnded);
        }
    }

    @Test
    void certificateIsCheckedBehindTheProxyToo() {
        try (TunnelProxy proxy = TunnelProxy.open();
                TlsServer stranger =
                        TlsServer.start(new PrivateCa("A stranger").certify("localhost"), SessionJson.page(0))) {
            ApiOptions options = Queries.by(through(proxy, CREDENTIALS), stranger.url());

            ApiException failure = Queries.failure(options);

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure)
                    .hasMessageContaining(
                            "no TLS connection to localhost: its certificate is from a CA that this worker does not trust");
            assertThat(stranger.keys()).isEmpty();
        }
    }

    @Test
    void requestThatIsGivenUpClosesItsTunnel() {
        try (TunnelProxy proxy = TunnelProxy.open();
                RawServer hanging = new RawServer(RawServer::awaitEnd)) {
            String url = hanging.url().replace("http:", "https:");
            try (PageFetcher api = Queries.alone(Queries.by(through(proxy, CREDENTIALS), url))) {
                CompletableFuture<SessionPage> page = Queries.start(api, Queries.COMPLETED);
                await().until(() -> hanging.connections() == 1);

                page.cancel(true);
            }
            await().until(proxy::allEnded);
        }
    }

    @Test
    void plainHttpNeverGoesToTheProxy() {
        try (TunnelProxy proxy = TunnelProxy.open();
                RawServer plain = new RawServer(RawServer::awaitEnd);
                PageFetcher api = Queries.alone(Queries.by(through(proxy, CREDENTIALS), plain.url()))) {
            Queries.start(api, Queries.COMPLETED);

            await().until(() -> plain.connections() == 1);
            assertThat(proxy.heads()).isEmpty();
        }
    }

    @Test
    void credentialsShowInNoToString() {
        Proxy proxy = new Proxy("proxy.example", 3128, CREDENTIALS);

        assertThat(proxy).hasToString("proxy.example:3128");
        assertThat(proxy.authorisation().orElseThrow()).hasToString("Proxy-Authorization: [hidden]");
    }

    private static Transport through(TunnelProxy proxy, Optional<String> credentials) {
        return new Transport(
                Optional.of(CA.trustStore("PKCS12")), Optional.of(new Proxy("localhost", proxy.port(), credentials)));
    }

    private PageFetcher api(TunnelProxy proxy) {
        return Queries.alone(Queries.by(through(proxy, CREDENTIALS), server.url()));
    }
}
