package io.github.smartia.connect.logging;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the streams of a task log of their failures when many have some at once, as when the API is down for all of a
 * thousand organisations: the first few speak for themselves, and of the others it is told how many they are. Safe for use
 * by several threads.
 */
public final class SharedLogThrottle {

    /** Two for each organisation: few enough to be read, and enough to see whether it is all of them. */
    static final int SPEAKERS = 10;

    private final Logger log;
    private final LogThrottle silent;
    private final Set<String> failing = new HashSet<>();
    private final Set<String> speakers = new HashSet<>();

    public SharedLogThrottle() {
        this(LoggerFactory.getLogger(SharedLogThrottle.class), System::nanoTime);
    }

    public SharedLogThrottle(Logger log, LongSupplier nanoTime) {
        this.log = log;
        this.silent = new LogThrottle(nanoTime);
    }

    /**
     * A stream has a failure to log.
     *
     * @param stream names organisation and stream
     * @return whether it may: if not, it was counted
     */
    public synchronized boolean maySpeak(String stream, String fault) {
        failing.add(stream);
        if (speakers.size() < SPEAKERS) {
            speakers.add(stream);
        }
        if (speakers.contains(stream)) {
            return true;
        }
        silent.fault("more").ifPresent(line -> count(stream, fault));
        return false;
    }

    private void count(String stream, String fault) {
        log.warn(
                "Requests of more than {} streams of this task fail. Further streams are only counted until the API responds"
                        + " to them again: {} more for now, the latest of them {}: {}. All these requests are retried;"
                        + " nothing is lost. If this continues, check the API, and the network between it and the worker.",
                SPEAKERS,
                failing.stream().filter(one -> !speakers.contains(one)).count(),
                stream,
                fault);
    }

    /**
     * The API responds again to a stream that had a failure to log.
     *
     * @return whether it may say so
     */
    public synchronized boolean over(String stream) {
        boolean speaks = speakers.contains(stream);
        endedFor(stream)
                .ifPresent(line -> log.info(
                        "The API responds again to all streams of this task that were only counted, after {}. Nothing was"
                                + " lost.",
                        HumanDuration.of(line.lasting())));
        return speaks;
    }

    /** A stream makes no more requests, whether it fails or not. */
    public synchronized void leave(String stream) {
        endedFor(stream);
    }

    /** What there is to tell where this was the last stream to fail that was only counted. */
    private Optional<LogThrottle.Line> endedFor(String stream) {
        boolean ended = failing.remove(stream);
        if (failing.size() <= SPEAKERS) {
            // Who failed once must not keep the place of another while some stream fails for weeks.
            speakers.retainAll(failing);
        }
        return ended && speakers.containsAll(failing) ? silent.over() : Optional.empty();
    }
}
