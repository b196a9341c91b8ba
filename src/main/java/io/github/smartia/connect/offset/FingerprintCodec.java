package io.github.smartia.connect.offset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Fingerprints as text in the offset: about sixteen characters each, the latest first. If the offset can't hold all of
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
        Packer packer = new Packer();
        long date = 0;
        for (Fingerprint fingerprint : latestFirst) {
            if (packer.chars() >= maxChars) {
                break;
            }
            packer.variable(fingerprint.date() - date);
            packer.fixed(fingerprint.id(), Fingerprint.ID_BYTES);
            packer.fixed(fingerprint.content(), Fingerprint.CONTENT_BYTES);
            date = fingerprint.date();
        }
        return packer.text();
    }

    /**
     * Returns the fingerprints, the earliest first.
     *
     * @throws IllegalArgumentException if {@link #encode} did not write the text
     */
    public static List<Fingerprint> decode(String text) {
        Unpacker unpacker = new Unpacker(text);
        List<Fingerprint> fingerprints = new ArrayList<>();
        long date = 0;
        while (unpacker.hasMore()) {
            date += unpacker.variable();
            long id = unpacker.fixed(Fingerprint.ID_BYTES);
            int content = (int) unpacker.fixed(Fingerprint.CONTENT_BYTES);
            fingerprints.add(new Fingerprint(id, content, date));
        }
        Collections.reverse(fingerprints);
        return fingerprints;
    }
}
