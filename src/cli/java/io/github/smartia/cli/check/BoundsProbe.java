package io.github.smartia.cli.check;

import io.github.smartia.cli.api.ApiFailure;
import io.github.smartia.cli.api.Page;
import io.github.smartia.cli.api.Requests;
import io.github.smartia.cli.api.Search;
import io.github.smartia.cli.api.SessionStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the API compares dates. Up to five requests. */
final class BoundsProbe implements Probe {

    private static final int DATES = 3;
    private static final String ASKS_EARLIER =
            "Expects a page to show again what was seen at its date, and otherwise requests one from a second earlier. "
                    + "Nothing is lost.";

    @Override
    public void look(Evidence evidence, Requests requests, Findings findings) throws ApiFailure, InterruptedException {
        Optional<Page> page = Stream.of(SessionStream.COMPLETED, SessionStream.IN_PROGRESS)
                .flatMap(stream -> evidence.oldest(stream).stream())
                .filter(oldest -> !Target.of(oldest).isEmpty())
                .findFirst();
        if (page.isEmpty()) {
            List.of(Assumption.BOUNDS, Assumption.PRECISION, Assumption.FRACTIONS)
                    .forEach(assumption -> findings.notSeen(assumption, "there are too few sessions"));
            return;
        }
        try {
            look(page.get().search().stream(), Target.of(page.get()), requests, findings);
        } catch (ApiFailure failure) {
            Stop.ifFinal(failure);
            findings.remark(
                    Assumption.BOUNDS,
                    "Falls back to ascending dates if a request with two bounds is rejected.",
                    "a request with bounds fails: %s",
                    failure.getMessage());
        }
    }

    private static void look(SessionStream stream, List<Target> targets, Requests requests, Findings findings)
            throws ApiFailure, InterruptedException {
        boolean lower = false;
        for (Target target : targets.stream().limit(DATES).toList()) {
            lower |= shows(
                    requests.search(Search.oldest(stream).after(target.date()).limit(1)), target.date());
        }
        Instant date = targets.get(0).date();
        boolean upper = shows(
                requests.search(Search.oldest(stream)
                        .after(date.minus(Duration.ofSeconds(2)))
                        .before(date)),
                date);
        bounds(lower, upper, findings);
        precision(stream, targets.get(0), requests, findings);
    }

    private static boolean shows(Page page, Instant date) {
        return Evidence.dates(page).stream()
                .anyMatch(shown -> shown.truncatedTo(ChronoUnit.MILLIS).equals(date));
    }

    private static void bounds(boolean lower, boolean upper, Findings findings) {
        if (lower && upper) {
            findings.remark(Assumption.BOUNDS, ASKS_EARLIER, "gt and lt both include sessions of their bound");
            findings.notSeen(Assumption.FRACTIONS, "bounds are included");
        } else if (upper) {
            findings.remark(Assumption.BOUNDS, ASKS_EARLIER, "lt includes sessions of its bound");
        } else if (lower) {
            findings.ok(Assumption.BOUNDS, "lt does");
            findings.remark(
                    Assumption.FRACTIONS,
                    ASKS_EARLIER,
                    "gt with a date includes sessions of that date: the API stores more digits than it shows");
        } else {
            findings.ok(Assumption.BOUNDS, "they do");
            findings.ok(Assumption.FRACTIONS, "no sign of hidden digits at %d dates", DATES);
        }
    }

    private static void precision(SessionStream stream, Target target, Requests requests, Findings findings)
            throws ApiFailure, InterruptedException {
        if (!target.isWithinASecond()) {
            findings.notSeen(Assumption.PRECISION, "all dates seen lie on whole seconds");
            return;
        }
        Page page = requests.search(
                Search.oldest(stream).after(target.date().minusMillis(1)).limit(1));
        if (shows(page, target.date())) {
            findings.ok(Assumption.PRECISION, "they are");
        } else {
            findings.remark(
                    Assumption.PRECISION,
                    "Sends only bounds on whole seconds, so no session is lost.",
                    "gt with a millisecond before a session excludes it: dates are compared by whole seconds");
        }
    }
}
