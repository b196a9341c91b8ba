package io.github.smartia.connect.offset;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/**
 * Fingerprints as base64 text in the offset: about sixteen characters each, the latest first. If the offset can't hold all of
 * them, the earliest are omitted. A restart publishes those sessions again; none is lost.
 */
public final class FingerprintCodec {

    private FingerprintCodec() {}

    /**
     * Returns the text for an offset.
     *
     * @param maxChars the maximum length of the text, which may be exceeded by about fifty characters
     */
    public static String encode(Iterable<Fingerprint> latestFirst, int maxChars) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long date = 0;
        for (Fingerprint fingerprint : latestFirst) {
            if ((bytes.size() * 4 + 2) / 3 >= maxChars) {
                break;
            }
            writeVariable(fingerprint.date() - date, bytes);
            writeFixed(fingerprint.id(), Fingerprint.ID_BYTES, bytes);
            writeFixed(fingerprint.content(), Fingerprint.CONTENT_BYTES, bytes);
            date = fingerprint.date();
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** Seven bits a byte, the sign in the lowest bit. */
    private static void writeVariable(long value, ByteArrayOutputStream bytes) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    private static void writeFixed(long value, int length, ByteArrayOutputStream bytes) {
        for (int shift = (length - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes.write((int) (value >>> shift));
        }
    }

    /**
     * Returns the fingerprints, the earliest first.
     *
     * @throws IllegalArgumentException if {@link #encode} did not write the text
     */
    public static List<Fingerprint> decode(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        List<Fingerprint> fingerprints = new ArrayList<>();
        long date = 0;
        try {
            while (bytes.hasRemaining()) {
                date += readVariable(bytes);
                long id = readFixed(Fingerprint.ID_BYTES, bytes);
                fingerprints.add(new Fingerprint(id, (int) readFixed(Fingerprint.CONTENT_BYTES, bytes), date));
            }
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("cut off", e);
        }
        Collections.reverse(fingerprints);
        return fingerprints;
    }

    private static long readVariable(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IllegalArgumentException("a number without an end");
    }

    private static long readFixed(int length, ByteBuffer bytes) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = (value << Byte.SIZE) | (bytes.get() & 0xFF);
        }
        return value;
    }
}
