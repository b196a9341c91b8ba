package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Entry;

/** Detects whether a session has changed since it was published. */
public interface ContentHash {

    /** Equal for equal content. Almost certainly different for different content, even in the low 24 bits. */
    long of(Entry entry);

    /**
     * The name of the way of hashing. Hashes with different names can't be compared: sessions published under another name are
     * treated as unchanged.
     */
    String name();
}
