package io.github.smartia.connect.config;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * A file with the certificates of the CAs that are trusted for the API.
 *
 * @param password empty if the file has none
 * @param type one of {@link #TYPES}
 */
record TrustStore(String location, Password password, String type) {

    private static final String PEM = "PEM";

    /** Formats of files that contain certificates. */
    static final List<String> TYPES = List.of("JKS", "PKCS12", PEM);

    /** @param type in upper or lower case */
    static TrustStore of(String location, Password password, String type) {
        return new TrustStore(location, password, type.toUpperCase(Locale.ROOT));
    }

    /** What to correct; empty if the file can be read. */
    Optional<Problem> problem() {
        try {
            load();
            return Optional.empty();
        } catch (UnreadableException e) {
            return Optional.of(e.problem);
        }
    }

    /** @throws ConfigException if the file can't be read; the message says what to correct */
    KeyStore load() {
        if (type.equals(PEM) && !password.value().isEmpty()) {
            throw unreadable(NetworkSettings.TRUST_STORE_PASSWORD, "must be empty: a PEM file has no password.");
        }
        try (InputStream file = open()) {
            KeyStore store = type.equals(PEM) ? readPem(file) : readKeyStore(file);
            if (store.size() == 0) {
                throw unreadable(NetworkSettings.TRUST_STORE, "contains no certificate: " + location + hint());
            }
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? unreadable(NetworkSettings.TRUST_STORE_PASSWORD, "is not the password of " + location + ".")
                    : unreadable(
                            NetworkSettings.TRUST_STORE_TYPE,
                            "is " + type + ", and " + location
                                    + " can't be read as that. Correct the type, or check that the file is complete.");
        }
    }

    private InputStream open() {
        try {
            return new BufferedInputStream(Files.newInputStream(Path.of(location)));
        } catch (IOException | InvalidPathException e) {
            throw unreadable(
                    NetworkSettings.TRUST_STORE,
                    "can't be read on this worker (" + e.getClass().getSimpleName() + "): " + location
                            + ". Put the file on every worker, readable by the worker's user.");
        }
    }

    private KeyStore readKeyStore(InputStream file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        char[] secret = password.value().toCharArray();
        store.load(file, secret.length == 0 ? null : secret);
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

    private static Collection<? extends Certificate> certificates(InputStream file) throws IOException {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(file);
        } catch (CertificateException e) {
            throw new IOException("no certificates in PEM format", e);
        }
    }

    /** Without its password, a PKCS12 store looks empty. */
    private String hint() {
        return password.value().isEmpty() && !type.equals(PEM)
                ? ". It may contain some that are only visible if " + NetworkSettings.TRUST_STORE_PASSWORD + " is set."
                : ".";
    }

    private static UnreadableException unreadable(String setting, String what) {
        return new UnreadableException(new Problem(setting, setting + " " + what));
    }

    /** The file can't be read. */
    private static final class UnreadableException extends ConfigException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        private UnreadableException(Problem problem) {
            super(problem.message());
            this.problem = problem;
        }
    }
}
