package io.github.smartia.connect.simulated;

/** The order of sessions that share the date they are sorted by. */
public enum TieOrder {
    /** The same in every response, and not the order of ids. */
    STABLE,
    /** A different one in every response. */
    SHUFFLED
}
