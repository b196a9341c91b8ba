package io.github.smartia.connect.api;

/**
 * How many requests a second to make: what the user allows, and less where the API refuses some. A refusal cuts the
 * rate; answers raise it again, fast up to near the rate that was refused, then slowly, so that refusals stay rare.
 * Not thread-safe.
 */
final class RequestRate {

    private static final double CUT = 0.7;
    private static final double NEAR = 0.9;
    private static final double FAST = 1.1;
    private static final double SLOW = 1.01;
    /** One request in a hundred seconds: slower would look like a standstill. */
    private static final double LOWEST = 0.01;

    private final double most;
    private double current;
    private double refused;

    RequestRate(double mostPerSecond) {
        this.most = mostPerSecond;
        this.current = mostPerSecond;
        this.refused = mostPerSecond;
    }

    void answered() {
        double factor = current < refused * NEAR ? FAST : SLOW;
        current = Math.min(most, current * factor);
    }

    void refused() {
        refused = current;
        current = Math.max(Math.min(LOWEST, most), current * CUT);
    }

    double perSecond() {
        return current;
    }

    long nanosBetweenRequests() {
        return Math.round(1e9 / current);
    }
}
