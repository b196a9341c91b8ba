package io.github.smartia.connect.simulated;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Which sessions a request selects. All names except the last are the API's. */
enum Scope {
    IN_PROGRESS,
    COMPLETED,
    ANY;

    boolean holds(SimulatedSession session) {
        return this == ANY || session.isCompleted() == (this == COMPLETED);
    }

    @JsonCreator
    static Scope ofStatus(String status) {
        if (status.equals(ANY.name())) {
            throw new IllegalArgumentException("status must be IN_PROGRESS or COMPLETED");
        }
        return valueOf(status);
    }
}
