package io.github.smartia.connect.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Eight bytes that stand for a published session: forty bits of a hash of its id, twenty-four of a hash of its content.
 * Among 20,000 sessions two share the forty bits once in five thousand times; a change goes unnoticed once in sixteen
 * million times.
 *
 * @param date milliseconds since 1970
 * @param content {@link #UNKNOWN_CONTENT} where the content was hashed in a way no longer known; of content that happens
 *     to be hashed to that number, changes go unnoticed
 */
record Fingerprint(long id, int content, long date) {

    static final int ID_BYTES = 5;
    static final int CONTENT_BYTES = 3;

    private static final int CONTENT_BITS = (1 << (CONTENT_BYTES * Byte.SIZE)) - 1;

    /** Fits into the bits of a hash: what is unknown is still unknown when it was stored and read once more. */
    static final int UNKNOWN_CONTENT = CONTENT_BITS;

    static Fingerprint of(Dated dated, ContentHash hash) {
        return new Fingerprint(
                hashOfId(dated.position().sessionId()),
                hash.of(dated.entry()) & CONTENT_BITS,
                dated.date().toEpochMilli());
    }

    boolean sameContentAs(Fingerprint other) {
        return content == other.content || content == UNKNOWN_CONTENT || other.content == UNKNOWN_CONTENT;
    }

    private static long hashOfId(String sessionId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong() >>> (Long.SIZE - ID_BYTES * Byte.SIZE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
