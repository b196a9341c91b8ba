package io.github.smartia.connect.simulated;

import java.time.Duration;

/** How a simulated API behaves; made by {@link SimulatedApi#options}. Not thread-safe. */
public final class SimulatedApiOptions {

    int port;
    String key = "simulated-key";
    long seed = 1;
    Duration latency = Duration.ZERO;
    DataShape shape = DataShape.FLAT;
    boolean shuffledTies;
    boolean cursors = true;

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

    /** Decides what is random: the order among ties, and which requests meet a fault. */
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

    /** Sessions of one date come in a different order in every response. By default, in one that is not that of ids. */
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
