package io.github.smartia.connect.soak;

/** What may become of a session. */
enum Finding {
    COMPLETED("sessions that the API showed as completed"),
    COMPLETED_LATE("of these shown late, after sessions with a later end"),
    COMPLETED_PUBLISHED("of these published"),
    COMPLETED_BETWEEN_READS("of these malformed before they were read"),
    COMPLETED_AGAIN("of these published again, because they changed"),
    OPENED("sessions that the API showed in progress"),
    OPENED_PUBLISHED("of these published"),
    OPENED_BETWEEN_READS("of these completed before they were read in progress"),
    CLOSED("of these published, and deleted by a tombstone after they completed"),
    OPEN("of these published, and still in progress at the end"),
    MALFORMED("sessions that the API showed as malformed"),
    DEAD_LETTER("of these written as dead letters"),
    MALFORMED_BETWEEN_READS("of these corrected before they were read"),
    REPAIRED("of these published before or after they were malformed"),
    LOST("lost: sessions whose last state was not published"),
    REPEATED("repeated: records or dead letters that were already published"),
    UNKNOWN("unknown: records or dead letters that the API never showed"),
    OUT_OF_ORDER("out of order: sessions, except late ones, published after later ones"),
    WRONGLY_OPEN("left open: sessions published as in progress and later as completed, without a tombstone"),
    WRONGLY_CLOSED("closed too early: sessions with a tombstone that were not published as completed");

    private final String meaning;

    Finding(String meaning) {
        this.meaning = meaning;
    }

    boolean isBad() {
        return compareTo(LOST) >= 0;
    }

    @Override
    public String toString() {
        return meaning;
    }
}
