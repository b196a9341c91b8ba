package io.github.smartia.connect.config;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef.CaseInsensitiveValidString;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.Validator;

/** Formats of files that hold certificates. */
enum TrustStoreType {
    JKS,
    PKCS12,
    PEM;

    static final Validator VALIDATOR = LambdaValidator.with(
            CaseInsensitiveValidString.in(names().toArray(String[]::new))::ensureValid,
            () -> String.join(", ", names().subList(0, 2)) + " or " + PEM);

    static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }

    /** @throws IOException if this is not the format of {@code file}, or {@code password} is wrong */
    KeyStore read(InputStream file, char[] password) throws IOException, GeneralSecurityException {
        if (this == PEM) {
            return readPem(file);
        }
        KeyStore store = KeyStore.getInstance(name());
        store.load(file, password.length == 0 ? null : password);
        return store;
    }

    private static KeyStore readPem(InputStream file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : certificates(file)) {
            store.setCertificateEntry(Integer.toString(store.size()), certificate);
        }
        return store;
    }

    private static Iterable<? extends Certificate> certificates(InputStream file) throws IOException {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(file);
        } catch (CertificateException e) {
            throw new IOException("no certificates in PEM format", e);
        }
    }
}
