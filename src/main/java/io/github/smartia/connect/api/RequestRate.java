package io.github.smartia.connect.api;

import java.time.Duration;

/**
 * When the next request of a key may be sent: at the rate that the user allows, or a lower one. A throttled request reduces
 * the rate. Each page raises the rate again: fast while it is well below the rate that was throttled, slowly near that
 * rate, and faster above it, because the API's limit must have risen. Not thread-safe.
 */
final class RequestRate {

    private static final double CUT = 0.7;
    private static final double NEAR = 0.9;
    private static final double BEYOND = 1.1;
    private static final double FAST = 1.5;
    private static final double SLOW = 1.002;
    private static final double BRISK = 1.1;
    /** One request every ten seconds. */
    private static final double LOWEST = 0.1;

    private static final int PAUSE_INTERVALS = 4;

    private final double most;
    private double current;
    private double tooMany;
    private boolean throttling;
    private long notBefore;
    private long lastCut;

    /** @param now when the first request may be sent; in nanoseconds, like all times in this class */
    RequestRate(double mostPerSecond, long now) {
        this.most = mostPerSecond;
        this.current = mostPerSecond;
        this.tooMany = mostPerSecond;
        this.notBefore = now;
        this.lastCut = now;
    }

    /** When the next request may be sent. */
    long notBefore() {
        return notBefore;
    }

    void sent(long now) {
        notBefore = now + nanosBetweenRequests();
    }

    void served() {
        throttling = false;
        current = Math.min(most, raised());
    }

    private double raised() {
        if (current < tooMany * NEAR) {
            return Math.min(current * FAST, tooMany * NEAR);
        }
        return current * (current < tooMany * BEYOND ? SLOW : BRISK);
    }

    /** A request that was sent at {@code sentAt} was throttled. */
    void throttled(long sentAt, long now) {
        // A request that was in flight when the rate was reduced says nothing about the new rate.
        if (sentAt - lastCut >= 0) {
            lastCut = now;
            cut();
        }
    }

    private void cut() {
        // Consecutive throttled requests may all exceed an hourly limit, and say nothing about the rates in between.
        tooMany = throttling ? tooMany : current;
        throttling = true;
        current = Math.max(Math.min(LOWEST, most), current * CUT);
    }

    /** Returns {@code pause}, but at most the time of a few requests. */
    Duration shortened(Duration pause) {
        long longest = PAUSE_INTERVALS * nanosBetweenRequests();
        return pause.toNanos() > longest ? Duration.ofNanos(longest) : pause;
    }

    /** No request is sent before {@code time}. */
    void pauseUntil(long time) {
        notBefore = time - notBefore > 0 ? time : notBefore;
    }

    double perSecond() {
        return current;
    }

    private long nanosBetweenRequests() {
        return Math.round(1e9 / current);
    }
}
