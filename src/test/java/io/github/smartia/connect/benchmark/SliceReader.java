package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.read.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The other way to read: cuts time into slices, each as wide as would hold {@code target} sessions at the density seen
 * last, and reads several at once, each by one request between two dates; one that turns out to hold more than a page
 * is cut by the count that the API gives. Is told where history begins and ends, which a reader would have to find out.
 */
final class SliceReader {

    /** The density of a school morning says little of the night before: no slice differs more from the one it follows. */
    private static final int MOST_CHANGE = 4;

    private static final Duration FIRST = Duration.ofHours(1);

    private final SessionsApi api;
    private final EventLoop loop;
    private final int requestsAtOnce;
    private final int target;
    private final Instant end;
    /** In the order of time. */
    private final List<Slice> slices = new ArrayList<>();

    private Instant next;
    private Duration width = FIRST;
    private int underWay;
    private int published;

    /** @param end the date of the last session */
    SliceReader(SessionsApi api, EventLoop loop, int requestsAtOnce, int target, Instant begin, Instant end) {
        this.api = api;
        this.loop = loop;
        this.requestsAtOnce = requestsAtOnce;
        this.target = target;
        this.next = begin;
        this.end = end.plusMillis(1);
    }

    int published() {
        return published;
    }

    /** Asks for as much as it may, and hands over what is complete. */
    void readOn() {
        while (!slices.isEmpty() && slices.get(0).done()) {
            published += slices.remove(0).sessions();
        }
        for (Slice slice : slices) {
            if (!slice.asked() && underWay < requestsAtOnce) {
                send(slice);
            }
        }
        // As many as the sweep keeps pages: twice what is under way.
        while (underWay < requestsAtOnce && slices.size() <= 2 * requestsAtOnce && next.isBefore(end)) {
            send(cut());
        }
    }

    private Slice cut() {
        Instant to = next.plus(width).isBefore(end) ? next.plus(width) : end;
        Slice slice = new Slice(next, to);
        slices.add(slice);
        next = to;
        return slice;
    }

    private void send(Slice slice) {
        underWay++;
        api.fetch(slice.ask()).thenAcceptAsync(page -> answered(slice, page), loop);
    }

    private void answered(Slice slice, SessionPage page) {
        underWay--;
        slices.addAll(slices.indexOf(slice) + 1, slice.answered(page, target));
        double change = (double) target / Math.max(1, page.total());
        double bounded = Math.max(1.0 / MOST_CHANGE, Math.min(MOST_CHANGE, change));
        width = Duration.ofMillis(1 + (long) (slice.width().toMillis() * bounded));
        readOn();
    }
}
