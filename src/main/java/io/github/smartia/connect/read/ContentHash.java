package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Entry;

/** Tells whether a session is the same as when it was published. */
public interface ContentHash {

    /** Equal for equal content, and all but surely different for different content, in the low 24 bits alone too. */
    long of(Entry entry);

    /**
     * Names the way of hashing. Hashes under different names can't be compared; sessions that were published under
     * another name are taken as unchanged.
     */
    String name();
}
