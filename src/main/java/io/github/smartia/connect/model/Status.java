package io.github.smartia.connect.model;

/** The state of a session, by the API's own names. */
public enum Status {
    /** The pupil has started but not yet finished; the session has no end date. */
    IN_PROGRESS,
    /** The pupil has finished; the result may follow later. */
    COMPLETED
}
