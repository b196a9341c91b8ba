package io.github.smartia.connect.read;

import io.github.smartia.connect.api.SessionPage;
import io.github.smartia.connect.api.SessionQuery;
import io.github.smartia.connect.model.MalformedSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads all sessions of one millisecond where they are more than a page holds. The API orders them as it likes, anew
 * with every request, so pages are asked for again "until as many different ids were seen as {@code total} says".
 */
final class TieGroup {

    /** Rounds without a new session after which the API's count is not believed. */
    private static final int MAX_FRUITLESS = 10;

    private final SessionQuery query;
    private final long askedAt;
    private final Map<Object, Dated> seen = new HashMap<>();
    private long total = -1;
    private long nextOffset;
    private int underWay;
    private int seenBeforeRound;
    private int fruitlessRounds;

    TieGroup(SessionQuery page, Instant date, long askedAt) {
        this.query = page.from(date).upTo(date);
        this.askedAt = askedAt;
    }

    /**
     * The next request, if there is one to make now.
     *
     * @throws InconsistentAnswersException if round after round shows fewer sessions than the API counts
     */
    Optional<Ask> nextAsk() {
        boolean countUnknown = total < 0;
        if (complete() || (countUnknown && underWay > 0)) {
            return Optional.empty();
        }
        if (!countUnknown && nextOffset >= total) {
            if (underWay > 0) {
                return Optional.empty();
            }
            startNextRound();
        }
        Ask ask = new Ask(Ask.Kind.TIES, query.skipping((int) nextOffset), nextOffset, 0);
        nextOffset += query.limit();
        underWay++;
        return Optional.of(ask);
    }

    private void startNextRound() {
        fruitlessRounds = seen.size() > seenBeforeRound ? 0 : fruitlessRounds + 1;
        if (fruitlessRounds > MAX_FRUITLESS) {
            throw new InconsistentAnswersException(
                    "the API counts " + total + " sessions of one date and shows " + seen.size() + " of them");
        }
        seenBeforeRound = seen.size();
        nextOffset = 0;
    }

    /** Whether it was this group that asked: another may have been complete before all its answers were in. */
    boolean asked(Ask ask) {
        return ask.query().after().equals(query.after());
    }

    void answered(SessionPage page) {
        underWay--;
        if (page.total() != total) {
            // Something came or went: what was seen before says nothing of what there is now.
            seen.clear();
            seenBeforeRound = 0;
            total = page.total();
        }
        for (Dated dated : Dated.all(page.entries(), query.dateField(), date())) {
            seen.put(identity(dated), dated);
        }
    }

    boolean complete() {
        return total >= 0 && seen.size() >= total;
    }

    Chunk chunk() {
        List<Dated> entries = new ArrayList<>(seen.values());
        return new Chunk(entries, date().plusMillis(1), askedAt);
    }

    private Instant date() {
        return query.after().orElseThrow().plusMillis(1);
    }

    private static Object identity(Dated dated) {
        return dated.entry() instanceof MalformedSession malformed ? malformed : dated.position();
    }
}
