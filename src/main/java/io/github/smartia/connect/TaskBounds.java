package io.github.smartia.connect;

import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.read.Loop;
import io.github.smartia.connect.read.Outbox;
import io.github.smartia.connect.read.Seats;
import io.github.smartia.connect.read.Workplace;
import java.time.Duration;

/**
 * How much a task keeps in memory, however many organisations it reads.
 *
 * @param readers how many organisations may read at a time
 * @param sharePerOrganisation how many sessions of one may wait for {@code poll}
 * @param patience how long one may wait for the API while others wait for it
 */
record TaskBounds(int readers, int sharePerOrganisation, Duration patience) {

    /** Sessions that may wait for {@code poll}: enough to publish while the next pages come in. */
    private static final int WAITING_SESSIONS = 2_000;

    /** Sessions that may be read ahead, of all organisations together; a single one may always read ahead as set. */
    private static final int READ_AHEAD_SESSIONS = 8_000;

    private static final int LEAST_READERS = 2;

    static TaskBounds of(SmartIaSourceConfig config) {
        Duration patience = config.api().responseTimeout();
        int organisations = config.organisations().size();
        // A stream keeps twice as many pages as it may ask for at once, and one more.
        int readAhead =
                (2 * config.requests().maxConcurrent() + 1) * config.reading().pageSize();
        int readers = Math.min(organisations, Math.max(LEAST_READERS, READ_AHEAD_SESSIONS / readAhead));
        return new TaskBounds(readers, Math.max(1, WAITING_SESSIONS / readers), patience);
    }

    /** What the organisations share. */
    Workplace workplace(Loop loop) {
        return new Workplace(
                loop, new Outbox(WAITING_SESSIONS, sharePerOrganisation), new Seats(readers, patience, loop));
    }
}
