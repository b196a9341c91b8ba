package io.github.smartia.connect.soak;

/** What may become of a session. */
enum Finding {
    COMPLETED("sessions that the API showed as completed"),
    COMPLETED_LATE("of these shown late: after sessions that ended later"),
    COMPLETED_PUBLISHED("of these published"),
    COMPLETED_BETWEEN_READS("of these malformed before they were read"),
    COMPLETED_AGAIN("of these published again, because they changed"),
    OPENED("sessions that the API showed in progress"),
    OPENED_PUBLISHED("of these published"),
    OPENED_BETWEEN_READS("of these over before they were read in progress"),
    CLOSED("of these published and closed by a tombstone, once they were published as completed"),
    OPEN("of these published and open to the end"),
    MALFORMED("sessions that the API showed malformed"),
    DEAD_LETTER("of these written as dead letters"),
    MALFORMED_BETWEEN_READS("of these repaired before they were read"),
    REPAIRED("of these published before they were malformed, or after"),
    LOST("sessions whose last state was not published"),
    REPEATED("records or dead letters of what was published before"),
    UNKNOWN("records or dead letters of what the API never showed"),
    OUT_OF_ORDER("sessions published out of order, late ones left out"),
    WRONGLY_OPEN("sessions published as in progress and then as completed, but not closed by a tombstone"),
    WRONGLY_CLOSED("sessions closed that were not published as completed");

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
