package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads all sessions of one millisecond where they are more than a page holds. The API orders them as it likes, anew
 * with every request, so pages are asked for again "until as many different ids were seen as {@code total} says".
 *
 * <p>An API that knows fractions of a millisecond and does not show them counts neighbours too: they count as seen, and were
 * read by their own date.
 *
 * <p>If one session comes as another goes, the API counts as many as before, and a third may not have been shown yet.
 * Then it arrives late: as long as sessions may still come, the watermark stays before them, and the next sweep finds it.
 */
final class TieReader {

    /** What is shown of a fraction of a millisecond. */
    private static final Duration NEIGHBOURHOOD = Duration.ofMillis(1);

    /** Rounds without a new session after which the API's count is not believed. */
    private static final int MAX_FRUITLESS = 10;
    /** Other counts after which none is believed. */
    private static final int MAX_RECOUNTS = 100;

    private final SessionQuery query;
    private final long askedAt;
    private final Map<Object, PositionedEntry> seen = new HashMap<>();
    private long total = -1;
    private int pageSize;
    private long nextPage;
    private int underWay;
    private int seenBeforeRound;
    private int fruitlessRounds;
    private int recounts;

    TieReader(SessionQuery page, Instant date, long askedAt) {
        this.query = page.from(date).upTo(date);
        this.askedAt = askedAt;
        this.pageSize = page.limit();
    }

    /**
     * The next request, if there is one to make now.
     *
     * @throws InconsistentResponsesException if round after round shows fewer sessions than the API counts
     */
    Optional<PageRequest> nextAsk() {
        boolean countUnknown = total < 0;
        if (complete() || (countUnknown && underWay > 0)) {
            return Optional.empty();
        }
        if (!countUnknown && nextPage * pageSize >= total) {
            if (underWay > 0) {
                return Optional.empty();
            }
            startNextRound();
        }
        long offset = nextPage++ * pageSize;
        PageRequest ask = new PageRequest(PageRequest.Kind.TIES, query.skipping((int) offset), offset, 0);
        underWay++;
        return Optional.of(ask);
    }

    private void startNextRound() {
        fruitlessRounds = seen.size() > seenBeforeRound ? 0 : fruitlessRounds + 1;
        if (fruitlessRounds > MAX_FRUITLESS) {
            throw new InconsistentResponsesException(
                    "the API counts " + total + " sessions of one date and shows " + seen.size() + " of them");
        }
        seenBeforeRound = seen.size();
        nextPage = 0;
    }

    /** Whether it was this group that asked: another may have been complete before all its answers were in. */
    boolean asked(PageRequest ask) {
        return ask.query().after().equals(query.after());
    }

    /** @throws InconsistentResponsesException if the page holds other dates, or each page comes with another count */
    void answered(SessionPage page) {
        underWay--;
        pageSize = Math.min(pageSize, page.limit());
        if (page.total() != total) {
            recount(page.total());
        }
        for (PositionedEntry dated : PositionedEntry.all(page.entries(), query.dateField(), date())) {
            if (Duration.between(date(), dated.date()).abs().compareTo(NEIGHBOURHOOD) > 0) {
                throw new InconsistentResponsesException("the API was asked for sessions of one date and shows others");
            }
            seen.put(identity(dated), dated);
        }
    }

    private void recount(long newTotal) {
        if (++recounts > MAX_RECOUNTS) {
            throw new InconsistentResponsesException(
                    "the API counts the sessions of one date anew with every page, now " + total + ", now " + newTotal);
        }
        // Something came or went: what was seen before says nothing of what there is now.
        seen.clear();
        seenBeforeRound = 0;
        total = newTotal;
    }

    boolean complete() {
        return total >= 0 && seen.size() >= total;
    }

    Segment chunk() {
        List<PositionedEntry> entries = seen.values().stream()
                .filter(dated -> !dated.hasOwnDate() || dated.date().equals(date()))
                .toList();
        return new Segment(entries, date().plusMillis(1), askedAt);
    }

    private Instant date() {
        return query.after().orElseThrow().plusMillis(1);
    }

    private static Object identity(PositionedEntry dated) {
        return dated.entry() instanceof MalformedSession malformed ? malformed : dated.position();
    }
}
