package io.github.smartia.connect.logging;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Decides which of the faults in a row are logged: the first of each kind, then one after each pause, and the recovery. Each
 * pause is twice as long as the one before, up to an hour. Faults that recur after a short recovery are not logged each time.
 * Not thread-safe.
 */
public final class FaultLog {

    /** After this time without faults, the next one is logged as the first again. */
    private static final Duration CALM = Duration.ofMinutes(10);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /**
     * If there are more kinds than this, each fault is probably a kind of its own. Further kinds are then logged only after
     * each pause.
     */
    private static final int MAX_KINDS = 20;

    private final LongSupplier nanoTime;
    private final Set<String> kinds = new HashSet<>();
    private long faults;
    private long faultsBefore;
    private long began;
    private long lastFault;
    private long nextLine;
    private Duration pause = FIRST_PAUSE;
    private boolean everFailed;
    private boolean logged;

    /** @param nanoTime a monotonic clock, such as {@link System#nanoTime} */
    public FaultLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * What to log.
     *
     * @param faults how many occurred in a row
     * @param lasting the time since the first of them
     * @param faultsBefore how many occurred earlier, in rows that ended before a line was logged
     */
    public record Line(long faults, Duration lasting, long faultsBefore) {}

    /**
     * A fault occurred.
     *
     * @param kind the same for all faults with the same cause
     * @return empty if the fault is only counted
     */
    public Optional<Line> fault(String kind) {
        long now = nanoTime.getAsLong();
        if (faults == 0) {
            begin(now);
        }
        faults++;
        lastFault = now;
        boolean lastsUnlogged = !logged && now - began >= FIRST_PAUSE.toNanos();
        if (lastsUnlogged || now - nextLine >= 0) {
            nextLine = now + pause.toNanos();
            pause = doubled(pause);
        } else if (kinds.size() >= MAX_KINDS || kinds.contains(kind)) {
            return Optional.empty();
        }
        kinds.add(kind);
        return Optional.of(logged(now));
    }

    private void begin(long now) {
        began = now;
        if (!everFailed || now - lastFault >= CALM.toNanos()) {
            everFailed = true;
            nextLine = now;
            pause = FIRST_PAUSE;
            kinds.clear();
        }
    }

    private static Duration doubled(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private Line logged(long now) {
        Line line = line(now);
        logged = true;
        faultsBefore = 0;
        return line;
    }

    /** The faults are over. Returns the recovery to log; empty if none of the faults was logged. */
    public Optional<Line> over() {
        Optional<Line> line = logged ? Optional.of(line(nanoTime.getAsLong())) : Optional.empty();
        faultsBefore += logged ? 0 : faults;
        faults = 0;
        logged = false;
        return line;
    }

    private Line line(long now) {
        return new Line(faults, Duration.ofNanos(now - began), faultsBefore);
    }
}
