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
 * The way to the API, and who is believed to be the API at its end.
 *
 * @param trusted certificates of those who may vouch for the API; empty for those that the JVM trusts
 * @param proxy passed by tunnels only, so never by a plain {@code http:} URL, whose key it could read
 */
public record Transport(Optional<KeyStore> trusted, Optional<Proxy> proxy) {

    public static final Transport DIRECT = new Transport(Optional.empty(), Optional.empty());

    /** The proxy on the way to a URL of this scheme. */
    Optional<Proxy> proxyFor(String scheme) {
        return proxy.filter(hop -> URIScheme.HTTPS.same(scheme));
    }

    HttpRoute route(HttpHost api) {
        HttpHost host = RoutingSupport.normalize(api, DefaultSchemePortResolver.INSTANCE);
        return proxyFor(host.getSchemeName())
                .map(hop -> new HttpRoute(host, null, hop.address(), true))
                .orElseGet(() -> new HttpRoute(host, null, URIScheme.HTTPS.same(host.getSchemeName())));
    }

    /** TLS 1.2 or later, with a certificate for the very host that was asked for. */
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
            // Without a trust store, those that the JVM trusts.
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
     * @param credentials user name and password with a colon between them
     */
    public record Proxy(String host, int port, Optional<String> credentials) {

        HttpHost address() {
            return new HttpHost("http", host, port);
        }

        /** The header that authenticates the connector. */
        Optional<Header> authorisation() {
            return credentials
                    .map(text -> "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                    .map(basic -> new SecretHeader(HttpHeaders.PROXY_AUTHORIZATION, basic));
        }

        /** Host and port alone. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
