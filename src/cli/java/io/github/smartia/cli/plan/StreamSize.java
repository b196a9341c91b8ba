package io.github.smartia.cli.plan;

import io.github.smartia.cli.api.ApiFailure;
import io.github.smartia.cli.api.Page;
import io.github.smartia.cli.api.Requests;
import io.github.smartia.cli.api.Response;
import io.github.smartia.cli.api.Search;
import io.github.smartia.cli.api.SessionStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The size of a stream.
 *
 * @param total as the API counts
 * @param oldest the first date; empty if there is no session
 * @param newest the last date that is not ahead of the API's clock
 */
public record StreamSize(SessionStream stream, long total, Optional<Instant> oldest, Optional<Instant> newest) {

    private static final Duration WITHOUT_DATE = Duration.ofDays(1);

    /** Sends two requests, or one if there is no session. */
    static StreamSize measure(SessionStream stream, Requests requests) throws ApiFailure, InterruptedException {
        Page first = requests.search(Search.oldest(stream).limit(1));
        if (first.size() == 0) {
            return new StreamSize(stream, first.total(), Optional.empty(), Optional.empty());
        }
        Page last = requests.search(
                Search.newest(stream).before(now(first.response())).limit(1));
        return new StreamSize(stream, first.total(), date(first), date(last));
    }

    /** On the API's clock, or else on this machine's with what that may be behind. */
    private static Instant now(Response response) {
        return response.date().orElseGet(() -> response.received().plus(WITHOUT_DATE));
    }

    private static Optional<Instant> date(Page page) {
        return page.sessions().stream().findFirst().flatMap(seen -> seen.date(page.search().stream()));
    }

    /** From the first date to the last, at least one. */
    double days() {
        return oldest.flatMap(from -> newest.map(to -> Duration.between(from, to)))
                .map(span -> Math.max(1, span.toHours() / 24.0))
                .orElse(1.0);
    }

    double perDay() {
        return total / days();
    }
}
