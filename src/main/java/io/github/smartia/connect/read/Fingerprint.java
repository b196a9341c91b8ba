package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.paging.PositionedEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * Eight bytes that stand for a published session: forty bits of a hash of its id, twenty-four of a hash of its content.
 * Among 20,000 sessions two share the forty bits once in five thousand times; a change goes unnoticed once in sixteen
 * million times.
 *
 * <p>A malformed session is known by its content alone: its id may be missing, or be the same nonsense in many. It
 * counts as another once its content is hashed in another way.
 *
 * @param date milliseconds since 1970; {@link #UNDATED} where the session has no date that can be read
 * @param content {@link #UNKNOWN_CONTENT} where the content was hashed in a way no longer known; of content that happens
 *     to be hashed to that number, changes go unnoticed
 */
record Fingerprint(long id, int content, long date) {

    static final int ID_BYTES = 5;
    static final int CONTENT_BYTES = 3;

    private static final int CONTENT_BITS = (1 << (CONTENT_BYTES * Byte.SIZE)) - 1;

    /** Later than all dates, so that no watermark ever passes it. */
    static final long UNDATED = Long.MAX_VALUE;

    /** Fits into the bits of a hash: what is unknown is still unknown when it was stored and read once more. */
    static final int UNKNOWN_CONTENT = CONTENT_BITS;

    static Fingerprint of(PositionedEntry dated, ContentHash hash) {
        long content = hash.of(dated.entry());
        return new Fingerprint(
                dated.entry() instanceof Session session
                        ? hashOfId(session.sessionId())
                        : content >>> (CONTENT_BYTES * Byte.SIZE),
                (int) content & CONTENT_BITS,
                dated.hasOwnDate() ? dated.date().toEpochMilli() : UNDATED);
    }

    boolean isAfter(Instant time) {
        return !time.equals(Instant.MAX) && date > time.toEpochMilli();
    }

    boolean isUndated() {
        return date == UNDATED;
    }

    /** Whether the content was hashed as it is now. */
    boolean isKnown() {
        return content != UNKNOWN_CONTENT;
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
