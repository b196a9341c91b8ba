package io.github.smartia.connect.simulated;

/** The shape of {@code data} in responses. The published examples show both shapes. */
public enum DataShape {
    /** {@code [{…},{…}]}. */
    FLAT,
    /** {@code [[{…},{…}]]}. */
    NESTED,
    /** Alternately flat and nested. */
    ALTERNATING
}
