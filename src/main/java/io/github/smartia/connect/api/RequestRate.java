package io.github.smartia.connect.api;

/**
 * How many requests a second to make: what the user allows, and less where the API refuses some. A refusal cuts the
 * rate. Answers raise it again: fast up to near the rate that was refused, slowly around there, so that refusals stay
 * rare, and briskly beyond, where the API's limit must have risen. Not thread-safe.
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
    private boolean refusing;

    RequestRate(double mostPerSecond) {
        this.most = mostPerSecond;
        this.current = mostPerSecond;
        this.tooMany = mostPerSecond;
    }

    void answered() {
        refusing = false;
        current = Math.min(most, raised());
    }

    private double raised() {
        if (current < tooMany * NEAR) {
            return Math.min(current * FAST, tooMany * NEAR);
        }
        return current * (current < tooMany * BEYOND ? SLOW : BRISK);
    }

    void refused() {
        if (!refusing) {
            tooMany = current;
        }
        // Refusals in a row may all be of one limit for a minute or an hour, and say nothing of the rates in between.
        refusing = true;
        current = Math.max(Math.min(LOWEST, most), current * CUT);
    }

    double perSecond() {
        return current;
    }

    long nanosBetweenRequests() {
        return Math.round(1e9 / current);
    }
}
