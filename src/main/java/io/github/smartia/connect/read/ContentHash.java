package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Entry;

/** Detects whether a session has changed since it was published. */
public interface ContentHash {

    /** Equal for equal content. Almost certainly different for different content, even in the low 24 bits. */
    long of(Entry entry);

    /**
     * Identifies how content is hashed. Hashes with different names can't be compared: a session published under another name
     * is treated as unchanged if its date is the same.
     */
    String name();
}
