package io.github.smartia.connect.read;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.paging.Sweep;
import java.time.Instant;

/**
 * Finds out by one request whether anything has happened since a sweep that brought nothing new, where the lookback holds more than one page: "an
 * idle stream costs one request per poll interval". The API's count tells of sessions that came or went. What leaves the
 * count as it is shows on the page that is looked at: by turns the last one, where new sessions are, and one of all
 * pages, so that every change is seen in the end.
 *
 * @param from where the sweep began
 * @param total what the API counted from there on
 * @param pageSize how many sessions it puts on a page
 * @param probes how many were made since
 */
record IdleProbe(Instant from, long total, int pageSize, long probes) {

    static IdleProbe after(Sweep sweep) {
        return new IdleProbe(sweep.askedFrom(), sweep.total(), sweep.pageSize(), 0);
    }

    IdleProbe next() {
        return new IdleProbe(from, total, pageSize, probes + 1);
    }

    /** Whether a sweep would cost more than one request. */
    boolean savesRequests() {
        // A full page is never the last.
        return total >= pageSize;
    }

    SessionQuery query(SessionQuery page) {
        SessionQuery fromThere = from.equals(Instant.MIN) ? page : page.from(from);
        return fromThere.skipping((int) offset());
    }

    private long offset() {
        if (probes % 2 == 0) {
            // Half a page of room for what is new.
            return total - pageSize / 2;
        }
        long pages = (total + pageSize - 1) / pageSize;
        return probes / 2 % pages * pageSize;
    }

    boolean countsTheSame(SessionPage page) {
        return page.total() == total;
    }
}
