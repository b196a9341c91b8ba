package io.github.smartia.connect.schedule;

import io.github.smartia.connect.read.BatchQueue;

/**
 * How much a task keeps in memory, independent of the number of organisations.
 *
 * @param organisations how many organisations the task reads
 * @param maxConcurrentRequests of one organisation
 * @param pageSize sessions on a page
 */
public record TaskLimits(int organisations, int maxConcurrentRequests, int pageSize) {

    /** Sessions that may wait for {@code poll()}: enough to publish while the next pages arrive. */
    private static final int WAITING_SESSIONS = 2_000;

    /** One of many organisations may use this part of the queue. */
    private static final int MAX_SHARES = 8;

    /** Sessions that all organisations together may read ahead. */
    private static final int READ_AHEAD_SESSIONS = 16_000;

    public BatchQueue queue() {
        return new BatchQueue(WAITING_SESSIONS, WAITING_SESSIONS / Math.min(MAX_SHARES, organisations));
    }

    /** A stream holds twice as many pages as it may request at once, plus one, so that one slow response does not idle the others. */
    public ReadAhead readAhead() {
        return new ReadAhead(READ_AHEAD_SESSIONS / pageSize, 2 * maxConcurrentRequests + 1);
    }
}
