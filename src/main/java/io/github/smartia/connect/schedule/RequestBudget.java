package io.github.smartia.connect.schedule;

/**
 * How many requests a caught-up stream may make: two in each poll and two for each page of new sessions, averaged over
 * polls; one in each poll if nothing is new. Not thread-safe.
 */
final class RequestBudget {

    /** A poll carries over at most a fraction of a request. */
    private static final double MAX_SAVED = 0.99;

    private static final int PER_POLL = 2;

    private final int pageSize;
    private double saved;
    private int spent = PER_POLL;
    private int published;
    private boolean quietBefore;

    RequestBudget(int pageSize) {
        this.pageSize = pageSize;
    }

    void startPoll() {
        saved = Math.max(0, Math.min(MAX_SAVED, remaining()));
        quietBefore = published == 0;
        spent = 0;
        published = 0;
    }

    void spend() {
        spent++;
    }

    void published(int sessions) {
        published += sessions;
    }

    /** Whether nothing was published in this poll and in the one before. */
    boolean isQuiet() {
        return quietBefore && published == 0;
    }

    boolean allowsOneMore() {
        return isQuiet() ? spent == 0 : remaining() >= 1;
    }

    private double remaining() {
        return saved + PER_POLL + 2.0 * published / pageSize - spent;
    }
}
