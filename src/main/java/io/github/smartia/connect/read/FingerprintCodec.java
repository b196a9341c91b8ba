package io.github.smartia.connect.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Fingerprints as text for the offset: about twelve characters each, the latest first. "Offsets stay under 256 KiB": of
 * more sessions than that holds, the earlier ones are left out; after a restart they are published again, never lost.
 */
final class FingerprintCodec {

    private FingerprintCodec() {}

    /** @param maxChars how long the text may become, within a dozen characters */
    static String encode(Iterable<Fingerprint> latestFirst, int maxChars) {
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
     * The fingerprints in the order of publishing.
     *
     * @param contentKnown whether their content was hashed as it is now
     * @throws IllegalArgumentException if the text is not what {@link #encode} wrote
     */
    static List<Fingerprint> decode(String text, boolean contentKnown) {
        Unpacker unpacker = new Unpacker(text);
        List<Fingerprint> fingerprints = new ArrayList<>();
        long date = 0;
        while (unpacker.hasMore()) {
            date += unpacker.varying();
            long id = unpacker.fixed(Fingerprint.ID_BYTES);
            int content = (int) unpacker.fixed(Fingerprint.CONTENT_BYTES);
            fingerprints.add(new Fingerprint(id, contentKnown ? content : Fingerprint.UNKNOWN_CONTENT, date));
        }
        Collections.reverse(fingerprints);
        return fingerprints;
    }
}
