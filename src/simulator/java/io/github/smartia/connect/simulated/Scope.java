package io.github.smartia.connect.simulated;

/** Which sessions a request is about. The names but the last are the API's. */
enum Scope {
    IN_PROGRESS,
    COMPLETED,
    ANY;

    boolean holds(SimulatedSession session) {
        return this == ANY || session.isCompleted() == (this == COMPLETED);
    }

    static Scope ofStatus(String status) {
        if (status.equals(IN_PROGRESS.name()) || status.equals(COMPLETED.name())) {
            return valueOf(status);
        }
        throw new BadRequest("status must be IN_PROGRESS or COMPLETED");
    }
}
