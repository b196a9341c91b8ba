package io.github.smartia.connect.simulated;

/** The shape of {@code data} in responses; the published examples show both. */
public enum DataShape {
    /** {@code [{…},{…}]}. */
    FLAT,
    /** {@code [[{…},{…}]]}. */
    NESTED,
    /** Both in turn. */
    ALTERNATING
}
