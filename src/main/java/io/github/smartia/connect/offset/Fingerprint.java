package io.github.smartia.connect.offset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A published session in nine bytes and a date: 48 bits of a hash of its id, 24 bits of a hash of its content. Two of 25,000
 * sessions share an id hash with a probability of one in a million. A change goes unnoticed with a probability of one in
 * sixteen million.
 *
 * @param date milliseconds since 1970; {@link #UNDATED} if the session has no readable date
 * @param content {@link #UNKNOWN_CONTENT} if the content was hashed in an unknown way. Content whose hash happens to be that
 *     number is also treated as unknown, so its changes go unnoticed
 */
public record Fingerprint(long id, int content, long date) {

    static final int ID_BYTES = 6;
    static final int CONTENT_BYTES = 3;

    private static final int CONTENT_BITS = (1 << (CONTENT_BYTES * Byte.SIZE)) - 1;

    /** Later than every date, so that no watermark passes it. */
    public static final long UNDATED = Long.MAX_VALUE;

    /** Fits into the bits of a content hash, so that it can be stored like one. */
    public static final int UNKNOWN_CONTENT = CONTENT_BITS;

    /** The bits of a hash that identify content. */
    public static int content(long hash) {
        return (int) hash & CONTENT_BITS;
    }

    /** The hash of a session's id. */
    public static long id(String sessionId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
            return id(ByteBuffer.wrap(hash).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM lacks SHA-256, which every Java platform must support", e);
        }
    }

    /** The bits of a hash that identify a session. */
    public static long id(long hash) {
        return hash >>> (Long.SIZE - ID_BYTES * Byte.SIZE);
    }

    public boolean isUndated() {
        return date == UNDATED;
    }

    /** Returns the same session with unknown content, for content that was not hashed in the current way. */
    public Fingerprint withUnknownContent() {
        return new Fingerprint(id, UNKNOWN_CONTENT, date);
    }

    /** Whether the content was hashed in the current way. */
    public boolean hasKnownContent() {
        return content != UNKNOWN_CONTENT;
    }

    /** Whether the contents are equal; if one is unknown, whether the dates are equal. */
    public boolean hasSameContentAs(Fingerprint other) {
        return (hasKnownContent() && other.hasKnownContent()) ? content == other.content : date == other.date;
    }
}
