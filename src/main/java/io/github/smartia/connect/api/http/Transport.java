package io.github.smartia.connect.api.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * How to connect to the API, and which certificates to trust.
 *
 * @param trusted certificates that may vouch for the API; empty for those that the JVM trusts
 * @param proxy used only for tunnels, so never for a plain {@code http:} URL, because the proxy could read the key
 */
public record Transport(Optional<KeyStore> trusted, Optional<Proxy> proxy) {

    public static final Transport DIRECT = new Transport(Optional.empty(), Optional.empty());

    /** The proxy for URLs with this scheme. */
    Optional<Proxy> proxyFor(String scheme) {
        return proxy.filter(hop -> URIScheme.HTTPS.same(scheme));
    }

    HttpRoute route(HttpHost api) {
        HttpHost host = RoutingSupport.normalize(api, DefaultSchemePortResolver.INSTANCE);
        return proxyFor(host.getSchemeName())
                .map(hop -> new HttpRoute(host, null, hop.address(), true))
                .orElseGet(() -> new HttpRoute(host, null, URIScheme.HTTPS.same(host.getSchemeName())));
    }

    /** TLS 1.2 or 1.3, with a certificate for exactly the requested host. */
    Lookup<TlsSocketStrategy> tls() {
        TlsSocketStrategy strategy = ClientTlsStrategyBuilder.create()
                .setSslContext(context())
                .setTlsVersions(TLS.V_1_3, TLS.V_1_2)
                .setHostVerificationPolicy(HostnameVerificationPolicy.BUILTIN)
                .buildClassic();
        return RegistryBuilder.<TlsSocketStrategy>create()
                .register(URIScheme.HTTPS.id, strategy)
                .build();
    }

    private SSLContext context() {
        try {
            // Without a trust store, this loads the certificates that the JVM trusts.
            return SSLContexts.custom()
                    .loadTrustMaterial(trusted.orElse(null), null)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM does not support TLS", e);
        }
    }

    /**
     * An HTTP proxy that opens tunnels.
     *
     * @param credentials user name and password, separated by a colon
     */
    public record Proxy(String host, int port, Optional<String> credentials) {

        HttpHost address() {
            return new HttpHost("http", host, port);
        }

        /** The header that authenticates the connector to the proxy. */
        Optional<Header> authorisation() {
            return credentials
                    .map(text -> "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                    .map(basic -> new SecretHeader(HttpHeaders.PROXY_AUTHORIZATION, basic));
        }

        /** Only host and port. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
