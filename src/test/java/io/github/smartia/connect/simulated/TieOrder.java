package io.github.smartia.connect.simulated;

/** The order of sessions that share the date they are sorted by. */
public enum TieOrder {
    /** The same in every answer, and not the order of ids. */
    STABLE,
    /** Another in every answer. */
    SHUFFLED
}
