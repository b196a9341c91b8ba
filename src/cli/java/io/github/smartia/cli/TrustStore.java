package io.github.smartia.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A file with the certificates of the CAs that are trusted for the API.
 *
 * @param password empty if the file has none
 */
record TrustStore(Path file, Type type, String password) {

    /** The types that {@code api.ssl.truststore.type} accepts. */
    enum Type {
        JKS,
        PKCS12,
        PEM
    }

    SSLContext context() {
        try (InputStream content = Files.newInputStream(file)) {
            KeyStore store = type == Type.PEM ? pem(content) : keyStore(content);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new UsageException("--truststore can't be read as " + type + " ("
                    + e.getClass().getSimpleName() + "). Check file, --truststore-type and "
                    + ConnectionOptions.TRUST_STORE_PASSWORD + ".");
        }
    }

    private KeyStore keyStore(InputStream content) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type.name());
        store.load(content, password.isEmpty() ? null : password.toCharArray());
        return store;
    }

    private static KeyStore pem(InputStream content) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(content)) {
            store.setCertificateEntry(Integer.toString(store.size()), certificate);
        }
        return store;
    }
}
