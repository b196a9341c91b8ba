package io.github.smartia.connect.api;

import io.github.smartia.connect.logging.FaultLog;
import io.github.smartia.connect.logging.HumanDuration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which streams of a task log their failures when many fail at once, as when the API is down for a thousand organisations:
 * the first few log their own, and the others are only counted. Thread-safe.
 */
public final class OutageLog {

    /** Enough to see whether it is all of them. */
    private static final int NAMED = 10;

    private final Logger log;
    private final LongSupplier nanoTime;
    private final FaultLog unnamed;
    private final Set<String> failing = new HashSet<>();
    private final Set<String> named = new HashSet<>();

    public OutageLog() {
        this(LoggerFactory.getLogger(RetryLog.class), System::nanoTime);
    }

    OutageLog(Logger log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
        this.unnamed = new FaultLog(nanoTime);
    }

    /** What is logged of one organisation's requests. */
    public RetryLog of(String organisation) {
        return new RetryLog(organisation, this, log, nanoTime);
    }

    /** Whether {@code stream}, which has a failure to log, logs it itself. If not, it is counted here. */
    synchronized boolean failed(String stream, String failure) {
        failing.add(stream);
        if (named.size() < NAMED) {
            named.add(stream);
        }
        if (named.contains(stream)) {
            return true;
        }
        unnamed.fault("more").ifPresent(line -> warn(stream, failure));
        return false;
    }

    private void warn(String stream, String failure) {
        log.warn(
                "Requests of more than {} streams of this task fail. Further streams are only counted: {} so far. The latest"
                        + " of these is {}: {}. All requests are retried; nothing is lost. If this continues, check the"
                        + " API, and the network between it and the worker.",
                NAMED,
                failing.stream().filter(one -> !named.contains(one)).count(),
                stream,
                failure);
    }

    /** Whether {@code stream}, to which the API responds again, logs that itself. */
    synchronized boolean recovered(String stream) {
        boolean isNamed = named.contains(stream);
        removed(stream)
                .ifPresent(line -> log.info(
                        "The API responds again to all streams of this task that were only counted, after {}. Nothing was"
                                + " lost.",
                        HumanDuration.of(line.lasting())));
        return isNamed;
    }

    /** A stream makes no more requests, whether it fails or not. */
    synchronized void closed(String stream) {
        removed(stream);
    }

    /** What there is to log where this was the last stream to fail that was only counted. */
    private Optional<FaultLog.Line> removed(String stream) {
        boolean failed = failing.remove(stream);
        if (failing.size() <= NAMED) {
            // A stream that failed once must not keep the place of another while some stream fails for weeks.
            named.retainAll(failing);
        }
        return failed && named.containsAll(failing) ? unnamed.over() : Optional.empty();
    }
}
