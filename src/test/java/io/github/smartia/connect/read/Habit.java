package io.github.smartia.connect.read;

/** Undocumented behaviour of an API over time. */
enum Habit {
    /** The date of a session changes to an earlier or later one. */
    MOVES_SESSIONS,
    /** A completed session begins again under its id, with a later start. */
    BEGINS_AGAIN,
    /** Each response, or one in eight, takes up to twice {@link #SLOWEST_SECONDS}. */
    IS_SLOW,
    /** Responses have no {@code Date} header. */
    HIDES_ITS_TIME;

    static final int SLOWEST_SECONDS = 180;
}
