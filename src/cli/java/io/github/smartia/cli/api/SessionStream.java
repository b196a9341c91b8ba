package io.github.smartia.cli.api;

/** The two lists of sessions that the connector reads. */
public enum SessionStream {
    COMPLETED("completed", "endDate"),
    IN_PROGRESS("in-progress", "startDate");

    private final String label;
    private final String dateField;

    SessionStream(String label, String dateField) {
        this.label = label;
        this.dateField = dateField;
    }

    /** The name in the connector's settings and offsets. */
    public String label() {
        return label;
    }

    /** The date by which the connector reads this stream. */
    public String dateField() {
        return dateField;
    }

    @Override
    public String toString() {
        return label;
    }
}
