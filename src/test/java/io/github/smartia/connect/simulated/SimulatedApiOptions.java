package io.github.smartia.connect.simulated;

import java.time.Clock;
import java.time.Duration;

/** How a simulated API behaves; made by {@link SimulatedApi#options}. Not thread-safe. */
public final class SimulatedApiOptions {

    int port;
    String key = "simulated-key";
    long seed = 1;
    Duration latency = Duration.ZERO;
    DataShape shape = DataShape.FLAT;
    TieOrder ties = TieOrder.STABLE;
    boolean cursors = true;
    Clock clock = Clock.systemUTC();
    double requestsPerSecond = Double.POSITIVE_INFINITY;
    int burst = 1;
    RetryAfter retryAfter = RetryAfter.NONE;

    SimulatedApiOptions() {}

    /** Where to listen on loopback; 0, the default, takes a free port. */
    public SimulatedApiOptions port(int number) {
        port = number;
        return this;
    }

    /** The key that may read sessions from the start. */
    public SimulatedApiOptions key(String text) {
        key = text;
        return this;
    }

    /** Sets all that is left to chance: the order among ties, and the requests that meet a fault. */
    public SimulatedApiOptions seed(long number) {
        seed = number;
        return this;
    }

    /** How long every answer takes. */
    public SimulatedApiOptions latency(Duration time) {
        latency = time;
        return this;
    }

    public SimulatedApiOptions shape(DataShape dataShape) {
        shape = dataShape;
        return this;
    }

    public SimulatedApiOptions ties(TieOrder order) {
        ties = order;
        return this;
    }

    /** Answers with null for both cursors. */
    public SimulatedApiOptions withoutCursors() {
        cursors = false;
        return this;
    }

    /** What late visibility, the rate limit and the request log go by. */
    public SimulatedApiOptions clock(Clock source) {
        clock = source;
        return this;
    }

    /**
     * Answers 429 to requests beyond a rate.
     *
     * @param burst how many requests a key may send at once after a rest
     */
    public SimulatedApiOptions rateLimit(double requestsPerSecond, int burst, RetryAfter retryAfter) {
        this.requestsPerSecond = requestsPerSecond;
        this.burst = burst;
        this.retryAfter = retryAfter;
        return this;
    }
}
