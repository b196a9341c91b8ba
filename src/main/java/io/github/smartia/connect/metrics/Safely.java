package io.github.smartia.connect.metrics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what must not end reading, whatever goes wrong with it; that is told once. Safe for use by several threads. */
final class Safely {

    private final Logger log;
    private boolean told;

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
            tell(e);
        }
    }

    private synchronized void tell(RuntimeException cause) {
        if (!told) {
            told = true;
            log.warn(
                    "Metrics of this task are missing or wrong from now on ({}). Reading continues. Restart the task. "
                            + "If this happens again, report it as a bug, with the lines that follow.",
                    cause.toString(),
                    cause);
        }
    }
}
