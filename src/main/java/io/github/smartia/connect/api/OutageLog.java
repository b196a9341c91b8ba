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
 * Decides which streams of a task log their failures if many streams fail at once, for example because the API is down for
 * a thousand organisations. The first few streams log their failures; the others are only counted. Thread-safe.
 */
public final class OutageLog {

    /** Enough to tell whether all streams fail. */
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

    /** Returns the log for the requests of one organisation. */
    public RetryLog of(String organisation) {
        return new RetryLog(organisation, this, log, nanoTime);
    }

    /** Records a failure of {@code stream}. Returns whether the stream logs it; if not, the stream is only counted. */
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

    /** Records that the API responds to {@code stream} again. Returns whether the stream logs the recovery. */
    synchronized boolean recovered(String stream) {
        boolean isNamed = named.contains(stream);
        removed(stream)
                .ifPresent(line -> log.info(
                        "The API responds again to all streams of this task that were only counted, after {}. Nothing was"
                                + " lost.",
                        HumanDuration.of(line.lasting())));
        return isNamed;
    }

    /** Records that {@code stream} makes no more requests, whether it was failing or not. */
    synchronized void closed(String stream) {
        removed(stream);
    }

    /** Removes {@code stream}. Returns the recovery to log if no stream that was only counted is still failing. */
    private Optional<FaultLog.Line> removed(String stream) {
        boolean failed = failing.remove(stream);
        if (failing.size() <= NAMED) {
            // A stream that has recovered must not block a slot while some other stream fails for weeks.
            named.retainAll(failing);
        }
        return failed && named.containsAll(failing) ? unnamed.over() : Optional.empty();
    }
}
