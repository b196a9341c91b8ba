package io.github.smartia.connect.read;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/**
 * Fingerprints as text for the offset: about twelve characters each. "Offsets stay under 256 KiB": the latest twenty
 * thousand or so are kept. If more sessions than that lie within the lookback when a worker restarts, the earlier ones
 * are published again, never lost.
 */
final class FingerprintCodec {

    private static final byte VERSION = 1;
    private static final int MAX_BYTES = 180_000;

    private FingerprintCodec() {}

    static String encode(Iterable<Fingerprint> latestFirst) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(VERSION);
        long date = 0;
        for (Fingerprint fingerprint : latestFirst) {
            if (bytes.size() >= MAX_BYTES) {
                break;
            }
            writeVarint(bytes, fingerprint.date() - date);
            writeFixed(bytes, fingerprint.id(), 5);
            writeFixed(bytes, fingerprint.content(), 3);
            date = fingerprint.date();
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * The fingerprints in the order of publishing.
     *
     * @param contentKnown whether their content was hashed as it is now
     * @throws IllegalArgumentException if the text is not what {@link #encode} wrote
     */
    static List<Fingerprint> decode(String text, boolean contentKnown) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return decode(bytes, contentKnown);
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new IllegalArgumentException("the field published was not written by this connector", e);
        }
    }

    private static List<Fingerprint> decode(ByteBuffer bytes, boolean contentKnown) {
        if (bytes.get() != VERSION) {
            throw new IllegalArgumentException("unknown version");
        }
        List<Fingerprint> fingerprints = new ArrayList<>();
        long date = 0;
        while (bytes.hasRemaining()) {
            date += readVarint(bytes);
            long id = readFixed(bytes, 5);
            int content = (int) readFixed(bytes, 3);
            fingerprints.add(new Fingerprint(id, contentKnown ? content : Fingerprint.UNKNOWN_CONTENT, date));
        }
        Collections.reverse(fingerprints);
        return fingerprints;
    }

    private static void writeFixed(ByteArrayOutputStream bytes, long value, int length) {
        for (int shift = (length - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes.write((int) (value >>> shift));
        }
    }

    private static long readFixed(ByteBuffer bytes, int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = (value << Byte.SIZE) | (bytes.get() & 0xFF);
        }
        return value;
    }

    /** Seven bits a byte, the sign in the lowest: most dates lie close before the last. */
    private static void writeVarint(ByteArrayOutputStream bytes, long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    private static long readVarint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
    }
}
