package io.github.smartia.connect.api.http;

/** The call of the API that lists the sessions in progress. */
public enum InProgressEndpoint {
    /** {@code POST /smart-ia/sessions/search}, as for completed sessions. */
    SEARCH,
    /** {@code GET /smart-ia/sessions/in-progress}; takes at most 30 values of a filter. */
    IN_PROGRESS
}
