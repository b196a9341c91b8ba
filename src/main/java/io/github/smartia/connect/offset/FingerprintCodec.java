package io.github.smartia.connect.offset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Fingerprints as text for the offset: about sixteen characters each, the latest first. Of more sessions than the offset
 * can hold, the earliest are left out. After a restart those are published again, never lost.
 */
public final class FingerprintCodec {

    private FingerprintCodec() {}

    /**
     * Encodes fingerprints.
     *
     * @param maxChars how long the text may become, within some fifty characters
     */
    public static String encode(Iterable<Fingerprint> latestFirst, int maxChars) {
        Packer packer = new Packer();
        long date = 0;
        for (Fingerprint fingerprint : latestFirst) {
            if (packer.chars() >= maxChars) {
                break;
            }
            packer.varying(fingerprint.date() - date);
            packer.fixed(fingerprint.id(), Fingerprint.ID_BYTES);
            packer.fixed(fingerprint.content(), Fingerprint.CONTENT_BYTES);
            date = fingerprint.date();
        }
        return packer.text();
    }

    /**
     * The fingerprints, the earliest first.
     *
     * @throws IllegalArgumentException if the text is not what {@link #encode} wrote
     */
    public static List<Fingerprint> decode(String text) {
        Unpacker unpacker = new Unpacker(text);
        List<Fingerprint> fingerprints = new ArrayList<>();
        long date = 0;
        while (unpacker.hasMore()) {
            date += unpacker.varying();
            long id = unpacker.fixed(Fingerprint.ID_BYTES);
            int content = (int) unpacker.fixed(Fingerprint.CONTENT_BYTES);
            fingerprints.add(new Fingerprint(id, content, date));
        }
        Collections.reverse(fingerprints);
        return fingerprints;
    }
}
