package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.SessionPage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A page in the order of the stream: asked for, then answered, then proof of what it shows. Not thread-safe. */
final class SweepPage {

    private final PageRequest ask;
    private final long askedAt;
    private Optional<SessionPage> answer = Optional.empty();
    private List<PositionedEntry> entries = List.of();
    private Optional<Instant> begin = Optional.empty();

    SweepPage(PageRequest ask, long askedAt) {
        this.ask = ask;
        this.askedAt = askedAt;
    }

    PageRequest ask() {
        return ask;
    }

    long askedAt() {
        return askedAt;
    }

    boolean answered() {
        return answer.isPresent();
    }

    /** @throws InconsistentResponsesException if the page is not in the order that was asked for */
    void fill(SessionPage page) {
        DateField field = ask.query().dateField();
        entries = PositionedEntry.all(page.entries(), field, dateBound());
        begin = PositionedEntry.first(page.entries(), field);
        answer = Optional.of(page);
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).date().isBefore(entries.get(i - 1).date())) {
                throw new InconsistentResponsesException(
                        "the API was asked for sessions in the order of " + field.apiName() + " and shows another");
            }
        }
    }

    /**
     * Whether nothing can lie between {@code frontier} and what this page shows. A page ahead must begin before the
     * frontier: then it shows every session from there on, wherever in the order the API has moved it meanwhile.
     */
    boolean joinsUpWith(Instant frontier) {
        return ask.kind() == PageRequest.Kind.HEAD
                || begin.filter(date -> date.isBefore(frontier)).isPresent();
    }

    /**
     * Whether there is nothing behind this page. A short page does not say so: some of it may have been left out.
     */
    boolean isLast() {
        SessionPage page = answer.orElseThrow();
        boolean allCounted = ask.query().offset() + page.entries().size() >= page.total();
        return allCounted || page.entries().isEmpty();
    }

    /**
     * The first date that this page says nothing certain of: sessions of its last date may follow on the next page, so
     * they are held back.
     */
    Instant coveredTo() {
        return isLast() ? Instant.MAX : lastDate();
    }

    private Instant lastDate() {
        return entries.get(entries.size() - 1).date();
    }

    /** Whether sessions are there, and none of them tells its date. */
    boolean showsNoDate() {
        return !entries.isEmpty() && begin.isEmpty();
    }

    /** To be asked only where sessions are there. */
    Entry first() {
        return entries.get(0).entry();
    }

    /**
     * What is new from {@code frontier} on and certain, in the order of the stream. What has no date of its own is given
     * out where it is seen: among other neighbours it could turn up behind the frontier.
     */
    Segment chunk(Instant frontier) {
        Instant end = coveredTo();
        List<PositionedEntry> certain = entries.stream()
                .filter(entry -> !entry.hasOwnDate()
                        || (!entry.date().isBefore(frontier) && entry.date().isBefore(end)))
                .toList();
        return new Segment(certain, end, askedAt);
    }

    /** How many sessions on this page come before {@code date}. */
    long before(Instant date) {
        return entries.stream().filter(entry -> entry.date().isBefore(date)).count();
    }

    private Instant dateBound() {
        return ask.query().after().map(bound -> bound.plusMillis(1)).orElse(Instant.MIN);
    }
}
