package io.github.smartia.connect.offset;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;

/** Reads the numbers that a {@link Packer} wrote. */
final class Unpacker {

    private final ByteBuffer bytes;

    /** @throws IllegalArgumentException if the text is not base64 */
    Unpacker(String text) {
        bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
    }

    boolean hasMore() {
        return bytes.hasRemaining();
    }

    /** @throws IllegalArgumentException if the text ends here */
    long fixed(int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = (value << Byte.SIZE) | (next() & 0xFF);
        }
        return value;
    }

    /** @throws IllegalArgumentException if the text ends here */
    long variable() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = next();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IllegalArgumentException("a number without an end");
    }

    private byte next() {
        try {
            return bytes.get();
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("cut off", e);
        }
    }
}
