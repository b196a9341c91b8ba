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
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * A file with the certificates of those who may vouch for the API.
 *
 * @param password empty where the file has none
 */
record TrustStore(String location, Password password, TrustStoreType type) {

    static TrustStore of(String location, Password password, String type) {
        return new TrustStore(location, password, TrustStoreType.valueOf(type.toUpperCase(Locale.ROOT)));
    }

    /** Which setting to correct, and why; empty where the file can be read. */
    Optional<Problem> problem() {
        try {
            read();
            return Optional.empty();
        } catch (Unreadable e) {
            return Optional.of(e.problem);
        }
    }

    /** @throws ConfigException if the file can't be read */
    KeyStore load() {
        try {
            return read();
        } catch (Unreadable e) {
            throw new ConfigException(e.problem.message());
        }
    }

    private KeyStore read() throws Unreadable {
        if (type == TrustStoreType.PEM && !password.value().isEmpty()) {
            throw unreadable(NetworkSettings.TRUST_STORE_PASSWORD, "must be empty: a PEM file has no password.");
        }
        try (InputStream file = open()) {
            KeyStore store = type.read(file, password.value().toCharArray());
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

    private InputStream open() throws Unreadable {
        try {
            return new BufferedInputStream(Files.newInputStream(Path.of(location)));
        } catch (IOException | InvalidPathException e) {
            throw unreadable(
                    NetworkSettings.TRUST_STORE,
                    "can't be read on this worker (" + e.getClass().getSimpleName() + "): " + location
                            + ". Put the file on every worker, readable by the worker's user.");
        }
    }

    /** PKCS12 hides its certificates from those who don't know the password, without a word. */
    private String hint() {
        return password.value().isEmpty() && type != TrustStoreType.PEM
                ? ". It may contain some that are only visible if " + NetworkSettings.TRUST_STORE_PASSWORD + " is set."
                : ".";
    }

    private static Unreadable unreadable(String setting, String what) {
        return new Unreadable(new Problem(setting, setting + " " + what));
    }

    /** Ends an attempt to read the file. */
    private static final class Unreadable extends Exception {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        private Unreadable(Problem problem) {
            super(problem.message());
            this.problem = problem;
        }
    }
}
