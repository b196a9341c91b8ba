package io.github.smartia.cli.check;

import io.github.smartia.cli.api.Page;
import io.github.smartia.cli.api.Requests;
import io.github.smartia.cli.api.Response;
import io.github.smartia.cli.api.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The API's clock, and sessions ahead of it. No request. */
final class ClockProbe implements Probe {

    private static final Duration TOLERATED = Duration.ofMinutes(1);

    /** What the connector adds to the worker's clock if the API does not show its own. */
    private static final Duration WITHOUT_DATE = Duration.ofDays(1);

    @Override
    public void look(Evidence evidence, Requests requests, Findings findings) {
        Optional<Response> dated = evidence.pages().stream()
                .map(Page::response)
                .filter(response -> response.date().isPresent())
                .findFirst();
        dated.ifPresentOrElse(
                response -> clock(response, findings),
                () -> findings.ok(Assumption.DATE_HEADER, "there is none: the worker's clock plus 24 h is used"));
        if (dated.isEmpty()) {
            findings.notSeen(Assumption.CLOCK, "there is no Date header");
        }
        ahead(evidence, findings);
    }

    private static void clock(Response response, Findings findings) {
        findings.ok(Assumption.DATE_HEADER, "there is one");
        Duration ahead = Duration.between(response.received(), response.date().orElseThrow());
        if (ahead.abs().compareTo(TOLERATED) > 0) {
            findings.remark(
                    Assumption.CLOCK,
                    "Relies on the API's dates, so a wrong clock on the worker does no harm.",
                    "the API's clock is %d s %s of this machine's",
                    ahead.abs().toSeconds(),
                    ahead.isNegative() ? "behind" : "ahead");
        } else {
            findings.ok(Assumption.CLOCK, "%d s apart", ahead.abs().toSeconds());
        }
    }

    private static void ahead(Evidence evidence, Findings findings) {
        long ahead =
                evidence.pages().stream().flatMap(ClockProbe::ahead).distinct().count();
        if (ahead > 0) {
            findings.remark(
                    Assumption.AHEAD,
                    "Publishes them, but its position does not move to their dates. No other session is missed.",
                    "%d sessions are dated ahead of it",
                    ahead);
        } else {
            findings.ok(Assumption.AHEAD, "none is");
        }
    }

    private static Stream<Seen> ahead(Page page) {
        Response response = page.response();
        Instant cap = response.date()
                .map(date -> date.plus(TOLERATED))
                .orElse(response.received().plus(WITHOUT_DATE));
        return page.sessions().stream()
                .filter(seen -> seen.date(page.search().stream())
                        .filter(date -> date.isAfter(cap))
                        .isPresent());
    }
}
