package io.github.smartia.cli.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Limits how many requests start in a second. For one thread. */
final class Pace {

    private final Duration interval;
    private final Clock clock;
    private final Sleeper sleeper;
    private Instant next = Instant.MIN;

    Pace(double perSecond, Clock clock, Sleeper sleeper) {
        interval = Duration.ofNanos(Math.round(1e9 / perSecond));
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Waits until the next request may start. */
    void await() throws InterruptedException {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            sleeper.sleep(Duration.between(now, next));
            now = next;
        }
        next = now.plus(interval);
    }

    void pause(Duration time) throws InterruptedException {
        sleeper.sleep(time);
    }
}
