package io.github.smartia.connect.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What one run of a connector took.
 *
 * @param began when it asked for the first page or, where it asks nobody, sent its first record
 * @param tenths when a reader of committed records had seen each tenth of the sessions
 * @param requests how many pages were asked for
 * @param cpu what the worker's process used meanwhile
 * @param threads what each kind of its threads used of that
 */
record Run(int sessions, Instant began, List<Instant> tenths, long requests, Duration cpu, ThreadTimes threads) {

    Run {
        tenths = List.copyOf(tenths);
    }

    double sessionsPerSecond() {
        return rate(sessions, began, last());
    }

    double sessionsPerSecondOfFirstTenth() {
        return rate(sessions / 10.0, began, tenths.get(0));
    }

    double sessionsPerSecondOfLastTenth() {
        return rate(sessions / 10.0, tenths.get(tenths.size() - 2), last());
    }

    double requestsPer100Sessions() {
        return 100.0 * requests / sessions;
    }

    double cpuSecondsPer100000Sessions() {
        return cpu.toMillis() / 1_000.0 * 100_000 / sessions;
    }

    private Instant last() {
        return tenths.get(tenths.size() - 1);
    }

    private static double rate(double sessions, Instant from, Instant to) {
        return sessions * 1_000 / Math.max(1, Duration.between(from, to).toMillis());
    }
}
