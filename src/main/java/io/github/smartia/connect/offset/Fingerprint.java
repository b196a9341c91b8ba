package io.github.smartia.connect.offset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Nine bytes and a date that stand for a published session: 48 bits of a hash of its id, 24 of a hash of its content. Among
 * 25,000 sessions two share the 48 bits once in a million times; a change goes unnoticed once in sixteen million times.
 *
 * @param date milliseconds since 1970; {@link #UNDATED} where the session has no date that can be read
 * @param content {@link #UNKNOWN_CONTENT} where the content was hashed in a way no longer known; of content that happens to
 *     be hashed to that number, changes go unnoticed
 */
public record Fingerprint(long id, int content, long date) {

    static final int ID_BYTES = 6;
    static final int CONTENT_BYTES = 3;

    private static final int CONTENT_BITS = (1 << (CONTENT_BYTES * Byte.SIZE)) - 1;

    /** Later than all dates, so that no watermark ever passes it. */
    public static final long UNDATED = Long.MAX_VALUE;

    /** Fits into the bits of a hash: what is unknown is still unknown when it was stored and read once more. */
    public static final int UNKNOWN_CONTENT = CONTENT_BITS;

    /** The part of a hash that stands for content. */
    public static int content(long hash) {
        return (int) hash & CONTENT_BITS;
    }

    /** What stands for the id of a session. */
    public static long id(String sessionId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
            return id(ByteBuffer.wrap(hash).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM lacks SHA-256, which every Java platform must support", e);
        }
    }

    /** The part of a hash that stands for an id. */
    public static long id(long hash) {
        return hash >>> (Long.SIZE - ID_BYTES * Byte.SIZE);
    }

    public boolean isUndated() {
        return date == UNDATED;
    }

    /** The same session, of content that was hashed in a way no longer known. */
    public Fingerprint withUnknownContent() {
        return new Fingerprint(id, UNKNOWN_CONTENT, date);
    }

    /** Whether the content was hashed as it is now. */
    public boolean isKnown() {
        return content != UNKNOWN_CONTENT;
    }

    /** Whether both have the same content; where one is not known, whether they have the same date. */
    public boolean sameContentAs(Fingerprint other) {
        return (isKnown() && other.isKnown()) ? content == other.content : date == other.date;
    }
}
