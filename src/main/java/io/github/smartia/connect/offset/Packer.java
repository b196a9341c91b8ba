package io.github.smartia.connect.offset;

import java.io.ByteArrayOutputStream;
import java.util.Base64;

/** Packs numbers into base64 text. */
final class Packer {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** The low {@code length} bytes of a number. */
    void fixed(long value, int length) {
        for (int shift = (length - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes.write((int) (value >>> shift));
        }
    }

    /** A variable-length number: seven bits a byte, the sign in the lowest bit. */
    void variable(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    /** The current length of the text. */
    int chars() {
        return (bytes.size() * 4 + 2) / 3;
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }
}
