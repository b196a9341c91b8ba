package io.github.smartia.connect.record.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pseudonyms of values: the HMAC-SHA-256 of a value's UTF-8 bytes under a secret, in base64url without padding. Equal values
 * have equal pseudonyms in all fields, records, tasks and organisations, so that consumers can join by them. Without the
 * secret, nobody can test which value a pseudonym belongs to. Safe for use by several threads.
 */
public final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    public Pseudonyms(String secret) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    public synchronized String of(String value) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
    }
}
