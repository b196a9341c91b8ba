package io.github.smartia.connect.schedule;

/** How many polls to wait after a failed attempt before the next one: doubles with each failure. Not thread-safe. */
final class PollBackoff {

    private static final int MAX_POLLS = 64;

    private int nextWait = 1;
    private int remaining;

    void startPoll() {
        remaining = Math.max(0, remaining - 1);
    }

    boolean mayTry() {
        return remaining == 0;
    }

    void tried(boolean succeeded) {
        remaining = succeeded ? 0 : nextWait;
        nextWait = succeeded ? 1 : Math.min(MAX_POLLS, nextWait * 2);
    }
}
