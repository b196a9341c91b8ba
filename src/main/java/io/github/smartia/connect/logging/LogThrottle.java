package io.github.smartia.connect.logging;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Faults that come again and again for a while, and how much of that a person should hear: the first of each kind, then
 * ever more rarely that they last, and their end. What comes and goes all the time is not told anew each time. Not
 * thread-safe.
 */
public final class LogThrottle {

    /** A fault is news again after so long without any. */
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
    private boolean news = true;
    private boolean told;

    /** @param nanoTime a clock that only ever goes forward, such as {@link System#nanoTime} */
    public LogThrottle(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * What there is to tell.
     *
     * @param faults how many there were in a row
     * @param lasting for how long they went on
     * @param faultsBefore how many more there were, since the last time something was told, that soon were over
     */
    public record Line(long faults, Duration lasting, long faultsBefore) {}

    /**
     * A fault occurred.
     *
     * @param kind the same for all faults that a person would take for the same
     * @return empty where nobody need hear of it
     */
    public Optional<Line> fault(String kind) {
        long now = nanoTime.getAsLong();
        if (faults == 0) {
            begin(now);
        }
        faults++;
        lastFault = now;
        boolean unheardOf = !told && now - began >= FIRST_PAUSE.toNanos();
        if (unheardOf || now - nextLine >= 0) {
            hushUntilNextLine(now);
        } else if (kinds.size() >= MAX_KINDS || kinds.contains(kind)) {
            return Optional.empty();
        }
        kinds.add(kind);
        return Optional.of(tell(now));
    }

    private void begin(long now) {
        began = now;
        if (news || now - lastFault >= CALM.toNanos()) {
            news = false;
            nextLine = now;
            pause = FIRST_PAUSE;
            kinds.clear();
        }
    }

    private void hushUntilNextLine(long now) {
        nextLine = now + pause.toNanos();
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private Line tell(long now) {
        Line line = line(now);
        told = true;
        faultsBefore = 0;
        return line;
    }

    /** All is well again. Empty where nobody heard that it was not. */
    public Optional<Line> over() {
        Optional<Line> line = told ? Optional.of(line(nanoTime.getAsLong())) : Optional.empty();
        faultsBefore += told ? 0 : faults;
        faults = 0;
        told = false;
        return line;
    }

    private Line line(long now) {
        return new Line(faults, Duration.ofNanos(now - began), faultsBefore);
    }
}
