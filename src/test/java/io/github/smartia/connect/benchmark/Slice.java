package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A stretch of time to read by one request. Where it holds more than a page, the rest becomes slices of its own. */
final class Slice {

    private static final SessionQuery PAGE = SessionQuery.of(Status.COMPLETED, DateField.END_DATE, 100);

    private final Instant from;
    private final Instant to;
    private boolean asked;
    private boolean done;
    private int sessions;

    /** @param to excluded */
    Slice(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    Duration width() {
        return Duration.between(from, to);
    }

    boolean asked() {
        return asked;
    }

    boolean done() {
        return done;
    }

    /** How many were found. */
    int sessions() {
        return sessions;
    }

    SessionQuery ask() {
        asked = true;
        return PAGE.from(from).upTo(to.minusMillis(1));
    }

    /** Takes the answer. The slices that are left to read, each about {@code target} sessions wide. */
    List<Slice> answered(SessionPage page, int target) {
        done = true;
        int size = page.entries().size();
        if (size == page.total()) {
            sessions = size;
            return List.of();
        }
        // The last date may go on beyond the page.
        Instant last = VirtualApi.endOf((Session) page.entries().get(size - 1));
        if (last.equals(from)) {
            throw new IllegalStateException("a page of one date, which this strategy does not read");
        }
        sessions = (int) page.entries().stream()
                .filter(entry -> VirtualApi.endOf((Session) entry).isBefore(last))
                .count();
        return new Slice(last, to).parts((page.total() - sessions + target - 1) / target);
    }

    private List<Slice> parts(long count) {
        Duration width = width().dividedBy(count).plusMillis(1);
        List<Slice> parts = new ArrayList<>();
        for (Instant begin = from; begin.isBefore(to); begin = begin.plus(width)) {
            Instant end = begin.plus(width);
            parts.add(new Slice(begin, end.isBefore(to) ? end : to));
        }
        return parts;
    }
}
