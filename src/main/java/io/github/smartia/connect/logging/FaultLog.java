package io.github.smartia.connect.logging;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Which faults of a row are logged: the first of each kind, then after pauses that double, and the recovery. Faults that
 * come and go are not logged each time. Not thread-safe.
 */
public final class FaultLog {

    /** After so long without any, a fault is logged as a first one again. */
    private static final Duration CALM = Duration.ofMinutes(10);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** Whatever has more kinds than this has as many as there are faults. */
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

    /** @param nanoTime a clock that only ever goes forward, such as {@link System#nanoTime} */
    public FaultLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * What there is to log.
     *
     * @param faults how many there were in a row
     * @param lasting for how long they went on
     * @param faultsBefore how many earlier ones, of which no line was logged, were soon over
     */
    public record Line(long faults, Duration lasting, long faultsBefore) {}

    /**
     * A fault occurred.
     *
     * @param kind the same for all faults that a person would take for the same
     * @return empty where it is only counted
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

    /** The faults are over. Empty where none of them was logged. */
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
