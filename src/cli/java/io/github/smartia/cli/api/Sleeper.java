package io.github.smartia.cli.api;

import java.time.Duration;

/** Waits; another in tests. */
@FunctionalInterface
public interface Sleeper {

    void sleep(Duration time) throws InterruptedException;
}
