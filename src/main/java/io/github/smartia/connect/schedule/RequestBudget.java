package io.github.smartia.connect.schedule;

/**
 * How many requests a caught-up stream may make: two in each poll and two for every page of new sessions, averaged over
 * polls. Where nothing is new, one request in each poll must do. Not thread-safe.
 */
final class RequestBudget {

    /** What is left of a poll, short of a request, is added to the next. */
    private static final double MOST_SAVED = 0.99;

    private static final int A_POLL = 2;

    private final int pageSize;
    private double saved;
    private int spent = A_POLL;
    private int published;
    private boolean quietBefore;

    RequestBudget(int pageSize) {
        this.pageSize = pageSize;
    }

    void startPoll() {
        saved = Math.max(0, Math.min(MOST_SAVED, left()));
        quietBefore = published == 0;
        spent = 0;
        published = 0;
    }

    void spend() {
        spent++;
    }

    /** How many requests were made in this poll. */
    int spent() {
        return spent;
    }

    void published(int sessions) {
        published += sessions;
    }

    /** Whether nothing was published in this poll and in the one before. */
    boolean isQuiet() {
        return quietBefore && published == 0;
    }

    boolean allowsOneMore() {
        return left() >= 1;
    }

    private double left() {
        return saved + A_POLL + 2.0 * published / pageSize - spent;
    }
}
