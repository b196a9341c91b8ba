package io.github.smartia.connect.api;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How many requests those who share connections may have under way together. When all slots are taken, the next that
 * comes free goes to whoever has waited longest, and one at a time, so that nobody who wants many keeps others waiting.
 * Safe for use by several threads.
 */
public final class RequestSlots {

    private final int most;
    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private final Set<Runnable> promised = new HashSet<>();
    private int taken;

    /** @param most at least 1 */
    public RequestSlots(int most) {
        this.most = most;
    }

    /** For one who has limits of its own and shares with nobody. */
    static RequestSlots unlimited() {
        return new RequestSlots(Integer.MAX_VALUE);
    }

    /**
     * Takes a slot; where that succeeds, {@link #giveBack} must follow.
     *
     * @param turn names the taker, and is run when it may try again: on any thread, and once
     */
    synchronized boolean take(Runnable turn) {
        if (promised.remove(turn)) {
            return true;
        }
        if (taken < most && waiting.isEmpty()) {
            taken++;
            return true;
        }
        waiting.add(turn);
        return false;
    }

    /** Hands a slot on to whoever waits. Must not be called with a lock that a turn wants. */
    void giveBack() {
        boolean declined = true;
        while (declined) {
            Optional<Runnable> next = promise();
            next.ifPresent(Runnable::run);
            declined = next.filter(this::declined).isPresent();
        }
    }

    private synchronized Optional<Runnable> promise() {
        Optional<Runnable> next = waiting.stream().findFirst();
        next.ifPresentOrElse(
                turn -> {
                    waiting.remove(turn);
                    promised.add(turn);
                },
                () -> taken--);
        return next;
    }

    /** Whoever had its turn may have nothing to ask for any more. */
    private synchronized boolean declined(Runnable turn) {
        return promised.remove(turn);
    }
}
