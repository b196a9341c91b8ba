package io.github.smartia.connect.api;

import java.time.Duration;

/** When the next request of a key may be sent: at its rate, and not while the API throttles. Not thread-safe. */
final class Pace {

    /** A cut of the rate is most of what throttling asks for. */
    private static final int PAUSE_INTERVALS = 4;

    private final RequestRate rate;
    private long notBefore;
    private long lastCut;

    /** @param now the first time at which a request may be sent, in nanoseconds from anywhere as all times here */
    Pace(double maxPerSecond, long now) {
        this.rate = new RequestRate(maxPerSecond);
        this.notBefore = now;
        this.lastCut = now;
    }

    long notBefore() {
        return notBefore;
    }

    void sent(long now) {
        notBefore = now + rate.nanosBetweenRequests();
    }

    void served() {
        rate.served();
    }

    /** A request that was sent at {@code sentAt} was throttled: fewer are sent from now on. */
    void throttled(long sentAt, long now) {
        // Requests that were in flight when the rate was cut say nothing of the new rate.
        if (sentAt - lastCut >= 0) {
            rate.throttled();
            lastCut = now;
        }
    }

    /** How long none need be sent where the API throttles and does not say how long. */
    Duration longestPause() {
        return Duration.ofNanos(PAUSE_INTERVALS * rate.nanosBetweenRequests());
    }

    /** None is sent before {@code time}. */
    void pauseUntil(long time) {
        notBefore = time - notBefore > 0 ? time : notBefore;
    }
}
