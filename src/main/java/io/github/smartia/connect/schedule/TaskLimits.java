package io.github.smartia.connect.schedule;

import io.github.smartia.connect.read.BatchQueue;

/**
 * How much a task keeps in memory, however many organisations it reads.
 *
 * @param organisations how many it reads
 * @param maxConcurrentRequests of one organisation
 * @param pageSize sessions on a page
 */
public record TaskLimits(int organisations, int maxConcurrentRequests, int pageSize) {

    /** Sessions that may wait for {@code poll()}: enough to publish while the next pages come in. */
    private static final int WAITING_SESSIONS = 2_000;

    /** One organisation of many can't fill the queue: it has this part of it. */
    private static final int MOST_SHARES = 8;

    /** Sessions that may be read ahead, of all organisations together. */
    private static final int READ_AHEAD_SESSIONS = 16_000;

    public BatchQueue queue() {
        return new BatchQueue(WAITING_SESSIONS, WAITING_SESSIONS / Math.min(MOST_SHARES, organisations));
    }

    /** A stream keeps twice as many pages as it may request at once, and one more: one slow response must not idle the others. */
    public ReadAhead readAhead() {
        return new ReadAhead(READ_AHEAD_SESSIONS / pageSize, 2 * maxConcurrentRequests + 1);
    }
}
