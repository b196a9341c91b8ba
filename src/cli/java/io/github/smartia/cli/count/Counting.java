package io.github.smartia.cli.count;

import io.github.smartia.cli.api.ApiFailure;
import io.github.smartia.cli.api.Page;
import io.github.smartia.cli.api.Requests;
import io.github.smartia.cli.api.Search;
import io.github.smartia.cli.api.Seen;
import io.github.smartia.cli.api.SessionStream;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts sessions by period, one request each, and compares the sum with the API's count of all. */
public final class Counting {

    private static final int LINE_EVERY = 20;

    private final Requests requests;
    private final Period by;
    private final PrintWriter output;
    private final PrintWriter errors;

    /** @param output for CSV; {@code errors} is for progress */
    public Counting(Requests requests, Period by, PrintWriter output, PrintWriter errors) {
        this.requests = requests;
        this.by = by;
        this.output = output;
        this.errors = errors;
    }

    /** The days from the oldest session of a stream to the newest; empty if there is none. */
    public Optional<Span> span(SessionStream stream, Optional<LocalDate> from, Optional<LocalDate> before)
            throws ApiFailure, InterruptedException {
        Optional<LocalDate> first = from.isPresent() ? from : day(Search.oldest(stream));
        Optional<LocalDate> end =
                before.isPresent() ? before : day(Search.newest(stream)).map(day -> day.plusDays(1));
        return first.isPresent() && end.isPresent()
                ? Optional.of(new Span(stream, first.get(), end.get()))
                : Optional.empty();
    }

    private Optional<LocalDate> day(Search search) throws ApiFailure, InterruptedException {
        Page page = requests.search(search.limit(1));
        return page.sessions().stream()
                .findFirst()
                .flatMap((Seen seen) -> seen.date(search.stream()))
                .map(date -> LocalDate.ofInstant(date, ZoneOffset.UTC));
    }

    /** How many requests {@link #count} sends. */
    public int requestsFor(List<Span> spans) {
        return spans.stream().mapToInt(span -> span.periods(by).size() + 2).sum();
    }

    /** Writes the counts, and returns whether they agree with the API's count of the whole span. */
    public boolean count(List<Span> spans) throws ApiFailure, InterruptedException {
        output.println("stream," + by.column() + ",sessions");
        List<String> disagreements = new ArrayList<>();
        for (Span span : spans) {
            count(span).ifPresent(disagreements::add);
        }
        output.flush();
        disagreements.forEach(errors::println);
        errors.flush();
        return disagreements.isEmpty();
    }

    private Optional<String> count(Span span) throws ApiFailure, InterruptedException {
        long before = requests.count(Period.between(span.stream(), span.from(), span.before()));
        long sum = 0;
        int done = 0;
        List<LocalDate> periods = span.periods(by);
        for (LocalDate first : periods) {
            sum += count(span.within(by, first), first);
            if (++done % LINE_EVERY == 0) {
                progress(span.stream() + ": " + done + " of " + periods.size() + " counted");
            }
        }
        long after = requests.count(Period.between(span.stream(), span.from(), span.before()));
        return sum >= Math.min(before, after) && sum <= Math.max(before, after)
                ? Optional.empty()
                : Optional.of("Remark: " + span.stream() + " adds up to " + sum + ", and the API counts "
                        + (before == after ? "" + after : before + " before and " + after + " after")
                        + " in the whole span.");
    }

    private long count(Span part, LocalDate first) throws ApiFailure, InterruptedException {
        long sessions = requests.count(Period.between(part.stream(), part.from(), part.before()));
        if (sessions > 0) {
            output.println(part.stream() + "," + by.label(first) + "," + sessions);
            output.flush();
        }
        return sessions;
    }

    private void progress(String line) {
        errors.println(line);
        errors.flush();
    }
}
