package io.github.smartia.connect.simulated;

import java.time.Duration;

/** How a simulated API behaves; created by {@link SimulatedApi#options}. Not thread-safe. */
public final class SimulatedApiOptions {

    int port;
    String key = "simulated-key";
    long seed = 1;
    Duration latency = Duration.ZERO;
    DataShape shape = DataShape.FLAT;
    boolean shuffledTies;
    boolean cursors = true;

    SimulatedApiOptions() {}

    /** The port to listen on, on loopback. 0, the default, selects a free port. */
    public SimulatedApiOptions port(int number) {
        port = number;
        return this;
    }

    /** The key that may read sessions from the start. */
    public SimulatedApiOptions key(String text) {
        key = text;
        return this;
    }

    /** Determines what is random: the order of sessions with equal dates, and which requests get a fault. */
    public SimulatedApiOptions seed(long number) {
        seed = number;
        return this;
    }

    /** How long every response takes. */
    public SimulatedApiOptions latency(Duration time) {
        latency = time;
        return this;
    }

    public SimulatedApiOptions shape(DataShape dataShape) {
        shape = dataShape;
        return this;
    }

    /**
     * Sessions with equal dates come in a different order in every response. By default, their order is fixed, but not
     * that of their ids.
     */
    public SimulatedApiOptions shuffledTies() {
        shuffledTies = true;
        return this;
    }

    /** Cursors are null in every response. */
    public SimulatedApiOptions withoutCursors() {
        cursors = false;
        return this;
    }
}
