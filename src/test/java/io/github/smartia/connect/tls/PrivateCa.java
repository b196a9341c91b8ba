package io.github.smartia.connect.tls;

import io.github.smartia.connect.stack.Unchecked;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import okhttp3.tls.HeldCertificate;

/** A CA that nobody knows but those who are given its certificate. */
public final class PrivateCa {

    private final HeldCertificate root;

    public PrivateCa(String name) {
        root = new HeldCertificate.Builder()
                .commonName(name)
                .certificateAuthority(0)
                .build();
    }

    /** The server's key and certificate for {@code host}, valid around now. */
    public HeldCertificate certify(String host) {
        Instant now = Instant.now();
        return certify(host, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
    }

    public HeldCertificate certify(String host, Instant from, Instant to) {
        return new HeldCertificate.Builder()
                .commonName(host)
                .addSubjectAlternativeName(host)
                .validityInterval(from.toEpochMilli(), to.toEpochMilli())
                .signedBy(root)
                .build();
    }

    public String pem() {
        return root.certificatePem();
    }

    /** A key store with the CA's certificate alone. */
    public KeyStore trustStore(String type) {
        return Unchecked.get(() -> {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            store.setCertificateEntry("ca", root.certificate());
            return store;
        });
    }

    public Path write(Path file, String type, String password) {
        Unchecked.run(() -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                trustStore(type).store(out, password.toCharArray());
            }
        });
        return file;
    }
}
