package io.github.smartia.connect.logging;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the streams of a task tell of their faults when many have some at once, as when the API is down for all of a
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
     * A stream has something to tell of its faults.
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
                "Requests of more than {} streams of this task fail. Others are counted from here on, until they are"
                        + " answered again: {} more for now, the latest of them {}: {}. All these requests are made again;"
                        + " nothing is lost meanwhile. If this goes on, see to the API, or to the network between it"
                        + " and the worker.",
                SPEAKERS,
                failing.stream().filter(one -> !speakers.contains(one)).count(),
                stream,
                fault);
    }

    /**
     * A stream that had something to tell is answered again.
     *
     * @return whether it may say so
     */
    public synchronized boolean over(String stream) {
        boolean speaks = speakers.contains(stream);
        endedFor(stream)
                .ifPresent(line -> log.info(
                        "All streams of this task that were only counted are answered again, after {}. Reading goes on;"
                                + " nothing was lost.",
                        HumanDuration.of(line.lasting())));
        return speaks;
    }

    /** A stream asks for nothing any more, answered or not. */
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
