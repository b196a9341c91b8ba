package io.github.smartia.connect.simulated;

/** The shape of {@code data} in answers; the published examples show both. */
public enum DataShape {
    /** {@code [{…},{…}]}. */
    FLAT,
    /** {@code [[{…},{…}]]}. */
    NESTED,
    /** One answer the one way, the next the other. */
    ALTERNATING
}
