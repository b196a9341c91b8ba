package io.github.smartia.cli.check;

import io.github.smartia.cli.api.ApiFailure;
import io.github.smartia.cli.api.Page;
import io.github.smartia.cli.api.Requests;
import io.github.smartia.cli.api.Search;
import io.github.smartia.cli.api.SessionStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Requests one second twice: whether sessions of one date keep their order, and whether {@code total} counts what is shown. Up
 * to three requests.
 */
final class TiesProbe implements Probe {

    private static final String CONTINUES = "Continues past it, with a warning and a count in inconsistencies-total.";

    @Override
    public void look(Evidence evidence, Requests requests, Findings findings) throws ApiFailure, InterruptedException {
        List<Page> oldest = evidence.oldest(SessionStream.COMPLETED).stream().toList();
        Optional<Target> target =
                oldest.stream().flatMap(page -> Target.of(page).stream()).max(Comparator.comparing(Target::sessions));
        if (target.isEmpty()) {
            findings.notSeen(Assumption.TIES, "there are too few sessions");
            return;
        }
        try {
            Page first = requests.search(window(target.get().date()));
            total(first, requests, findings);
            ties(first, target.get(), requests, findings);
        } catch (ApiFailure failure) {
            Stop.ifFinal(failure);
            findings.remark(
                    Assumption.TIES,
                    "Falls back to ascending dates.",
                    "a request with two bounds fails: %s",
                    failure.getMessage());
        }
    }

    /** A whole second, since some APIs compare dates by seconds. */
    private static Search window(Instant date) {
        Instant second = date.truncatedTo(ChronoUnit.SECONDS);
        return Search.oldest(SessionStream.COMPLETED)
                .after(second.minusMillis(1))
                .before(second.plus(Duration.ofSeconds(1)));
    }

    private static void total(Page page, Requests requests, Findings findings) throws ApiFailure, InterruptedException {
        long missing = page.total() - page.size();
        if (missing <= 0 || page.isFull()) {
            return;
        }
        Page rest = requests.search(page.search().offset(page.size()));
        if (rest.size() == 0) {
            findings.remark(
                    Assumption.TOTAL,
                    CONTINUES,
                    "%d sessions are counted in a second, and %d shown",
                    page.total(),
                    page.size());
        }
    }

    private static void ties(Page first, Target target, Requests requests, Findings findings)
            throws ApiFailure, InterruptedException {
        if (target.sessions() < 2) {
            findings.notSeen(Assumption.TIES, "no two sessions of one date among those seen");
            return;
        }
        List<String> before = Evidence.ids(first);
        List<String> after = Evidence.ids(requests.search(first.search()));
        Set<String> one = new HashSet<>(before);
        if (before.equals(after)) {
            findings.ok(Assumption.TIES, "%d sessions of one date came in the same order twice", target.sessions());
        } else {
            findings.remark(
                    Assumption.TIES,
                    "Requests sessions of one date again until it has seen all that are counted.",
                    "%d sessions of one date came %s",
                    target.sessions(),
                    one.equals(new HashSet<>(after)) ? "in a different order each time" : "with others the next time");
        }
    }
}
