package io.github.smartia.connect.read;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.paging.PositionedEntry;
import io.github.smartia.connect.paging.Sweep;
import java.util.Optional;

/** Whether a stream can be asked by one {@link IdleProbe} instead of a sweep, and what the answer says. Not thread-safe. */
final class Probing {

    private final SessionQuery page;
    private final StreamState state;
    private final StreamPublisher publisher;
    private Optional<IdleProbe> next = Optional.empty();
    private Optional<IdleProbe> underWay = Optional.empty();

    /** @param publisher tells what is news */
    Probing(SessionQuery page, StreamState state, StreamPublisher publisher) {
        this.page = page;
        this.state = state;
        this.publisher = publisher;
    }

    /** @param news whether the sweep brought any: then one more moves the watermark up to them */
    void swept(Sweep sweep, boolean news) {
        IdleProbe first = IdleProbe.after(sweep);
        next = news || !first.savesRequests() ? Optional.empty() : Optional.of(first);
    }

    /** Whether a probe will do. */
    boolean isPossible() {
        return next.isPresent();
    }

    /** Whether a probe was made and not yet answered. */
    boolean isUnderWay() {
        return underWay.isPresent();
    }

    /** To be asked for now, where it is possible. */
    SessionQuery query() {
        underWay = next;
        next = next.map(IdleProbe::next);
        return underWay.orElseThrow().query(page);
    }

    /** Whether the answer shows that nothing has happened. If it does not, only a sweep will do. */
    boolean isIdle(SessionPage answer) {
        boolean idle = underWay.orElseThrow().countsTheSame(answer) && nothingNewOn(answer);
        underWay = Optional.empty();
        if (!idle) {
            next = Optional.empty();
        }
        return idle;
    }

    private boolean nothingNewOn(SessionPage answer) {
        return PositionedEntry.all(answer.entries(), page.dateField(), state.watermark()).stream()
                .filter(entry -> !entry.hasOwnDate() || !entry.date().isBefore(state.watermark()))
                .noneMatch(publisher::isNews);
    }

    /** The API refuses such a request: sweeps must do. */
    void refused() {
        underWay = Optional.empty();
        next = Optional.empty();
    }

    /** The answer to what is under way is of no use any more. */
    void disregardAnswer() {
        underWay = Optional.empty();
    }
}
