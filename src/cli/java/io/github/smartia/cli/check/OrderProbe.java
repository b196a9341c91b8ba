package io.github.smartia.cli.check;

import io.github.smartia.cli.api.Page;
import io.github.smartia.cli.api.Requests;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** The order of sessions, and whether each is listed once. No request. */
final class OrderProbe implements Probe {

    @Override
    public void look(Evidence evidence, Requests requests, Findings findings) {
        for (Page page : evidence.pages()) {
            order(page, findings);
            duplicates(page, findings);
        }
        findings.notSeen(Assumption.ORDER, "there are not two sessions on a page");
        findings.notSeen(Assumption.NEWEST_FIRST, "there are not two sessions on a page");
        findings.notSeen(Assumption.DUPLICATES, "there is no session");
    }

    private static void order(Page page, Findings findings) {
        List<Instant> dates = Evidence.dates(page);
        boolean descending = page.search().descending();
        Assumption assumption = descending ? Assumption.NEWEST_FIRST : Assumption.ORDER;
        String field = page.search().stream().dateField();
        if (dates.size() < 2) {
            return;
        }
        if (sorted(dates, descending)) {
            findings.ok(assumption, "%d sessions on a page in order of %s", dates.size(), field);
        } else if (sorted(seconds(dates), descending)) {
            findings.remark(
                    assumption,
                    "Holds back the last second of each page until another page has shown all of it.",
                    "sorted by whole seconds of %s",
                    field);
        } else {
            unsorted(descending, assumption, field, findings);
        }
    }

    private static void unsorted(boolean descending, Assumption assumption, String field, Findings findings) {
        if (descending) {
            findings.remark(
                    assumption, "Reads ascending pages from its newest date.", "not sorted by %s, newest first", field);
        } else {
            findings.fails(
                    assumption,
                    "Rejects such a page and requests it again: the stream does not advance.",
                    "not sorted by %s",
                    field);
        }
    }

    private static boolean sorted(List<Instant> dates, boolean descending) {
        Comparator<Instant> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return dates.equals(dates.stream().sorted(order).toList());
    }

    private static List<Instant> seconds(List<Instant> dates) {
        return dates.stream().map(date -> date.truncatedTo(ChronoUnit.SECONDS)).toList();
    }

    private static void duplicates(Page page, Findings findings) {
        List<String> ids = Evidence.ids(page);
        int twice = ids.size() - new HashSet<>(ids).size();
        if (twice > 0) {
            findings.remark(
                    Assumption.DUPLICATES,
                    "Publishes a session once with each content that is shown.",
                    "%d of %d sessions on a page are listed again",
                    twice,
                    ids.size());
        } else if (!ids.isEmpty()) {
            findings.ok(Assumption.DUPLICATES, "no session twice on a page");
        }
    }
}
