package io.github.smartia.connect.leak;

import java.util.Arrays;

/**
 * One of the forms that something planted may take.
 *
 * @param form in words
 * @param bytes in small letters, where they are ASCII
 */
record Needle(Planted planted, String form, byte[] bytes) {

    private static final int CASE = 'a' - 'A';

    /** Bytes with small letters in place of capitals of ASCII: a leak may well have changed them. */
    static byte[] folded(byte[] bytes) {
        byte[] folded = bytes.clone();
        for (int at = 0; at < folded.length; at++) {
            if (folded[at] >= 'A' && folded[at] <= 'Z') {
                folded[at] = (byte) (folded[at] + CASE);
            }
        }
        return folded;
    }

    boolean isAt(byte[] content, int at) {
        int end = at + bytes.length;
        return end <= content.length && Arrays.equals(content, at, end, bytes, 0, bytes.length);
    }
}
