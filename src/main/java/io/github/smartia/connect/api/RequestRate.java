package io.github.smartia.connect.api;

/**
 * How many requests a second to make: what the user allows, and fewer where the API throttles. A throttled request cuts
 * the rate. Each page raises it again: fast up to near the rate that was throttled, slowly around there, so that few
 * requests are throttled, and faster beyond, where the API's limit must have risen. Not thread-safe.
 */
final class RequestRate {

    private static final double CUT = 0.7;
    private static final double NEAR = 0.9;
    private static final double BEYOND = 1.1;
    private static final double FAST = 1.5;
    private static final double SLOW = 1.002;
    private static final double BRISK = 1.1;
    /** One request in ten seconds: further cuts would outlast what they were made for. */
    private static final double LOWEST = 0.1;

    private final double most;
    private double current;
    private double tooMany;
    private boolean throttling;

    RequestRate(double mostPerSecond) {
        this.most = mostPerSecond;
        this.current = mostPerSecond;
        this.tooMany = mostPerSecond;
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

    void throttled() {
        if (!throttling) {
            tooMany = current;
        }
        // Throttled requests in a row may all exceed one limit per minute or hour, and say nothing of the rates
        // between.
        throttling = true;
        current = Math.max(Math.min(LOWEST, most), current * CUT);
    }

    double perSecond() {
        return current;
    }

    long nanosBetweenRequests() {
        return Math.round(1e9 / current);
    }
}
