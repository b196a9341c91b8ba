package io.github.smartia.cli.api;

import java.time.Duration;

/** Waits; tests replace it. */
@FunctionalInterface
public interface Sleeper {

    void sleep(Duration time) throws InterruptedException;
}
