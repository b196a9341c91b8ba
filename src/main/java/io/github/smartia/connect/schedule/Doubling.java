package io.github.smartia.connect.schedule;

/** How many polls to wait before something that was of no use is tried again: twice as many each time. Not thread-safe. */
final class Doubling {

    private static final int MOST = 64;

    private int wait = 1;
    private int left;

    /** A poll begins. */
    void poll() {
        left = Math.max(0, left - 1);
    }

    boolean mayTry() {
        return left == 0;
    }

    void wasOfUse() {
        wait = 1;
        left = 0;
    }

    void wasOfNoUse() {
        left = wait;
        wait = Math.min(MOST, wait * 2);
    }
}
