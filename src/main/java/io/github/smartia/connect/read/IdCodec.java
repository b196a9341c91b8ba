package io.github.smartia.connect.read;

import java.util.ArrayList;
import java.util.List;

/** Hashed session ids as text for the offset: about seven characters each. */
final class IdCodec {

    private IdCodec() {}

    static String encode(Iterable<Long> ids) {
        Packer packer = new Packer();
        ids.forEach(id -> packer.fixed(id, Fingerprint.ID_BYTES));
        return packer.text();
    }

    /** @throws IllegalArgumentException if the text is not what {@link #encode} wrote */
    static List<Long> decode(String text) {
        Unpacker unpacker = new Unpacker(text);
        List<Long> ids = new ArrayList<>();
        while (unpacker.hasMore()) {
            ids.add(unpacker.fixed(Fingerprint.ID_BYTES));
        }
        return ids;
    }
}
