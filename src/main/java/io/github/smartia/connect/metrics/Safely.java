package io.github.smartia.connect.metrics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what must not end reading if it fails. Logs the first failure only. Safe for use by several threads. */
final class Safely {

    private final Logger log;
    private boolean logged;

    Safely() {
        this(LoggerFactory.getLogger(TaskMetrics.class));
    }

    Safely(Logger log) {
        this.log = log;
    }

    void run(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            log(e);
        }
    }

    private synchronized void log(RuntimeException cause) {
        if (!logged) {
            logged = true;
            log.warn(
                    "Metrics of this task are missing or wrong from now on ({}). Reading continues. Restart the task. "
                            + "If this happens again, report it as a bug, with the lines that follow.",
                    cause.toString(),
                    cause);
        }
    }
}
