package io.github.smartia.cli.check;

import io.github.smartia.cli.api.ApiFailure;
import io.github.smartia.cli.api.Page;
import io.github.smartia.cli.api.Requests;
import io.github.smartia.cli.api.Search;
import io.github.smartia.cli.api.SessionStream;
import java.util.List;
import java.util.Optional;

/** Page size, offsets and their depth. Up to three requests. */
final class PagingProbe implements Probe {

    private static final int SKIPPED = 3;
    private static final int REQUESTED = 7;

    /** Many search engines reject offsets beyond it. */
    private static final long USUAL_DEPTH = 10_000;

    private static final String BY_DATES = "Falls back to dates, and continues from the last date that was shown.";

    @Override
    public void look(Evidence evidence, Requests requests, Findings findings) throws ApiFailure, InterruptedException {
        evidence.pages().forEach(page -> length(page, findings));
        findings.notSeen(Assumption.PAGE_SIZE, "there are fewer than %d sessions", Search.MAX_LIMIT);
        Optional<Page> oldest = evidence.oldest(SessionStream.COMPLETED).filter(page -> page.size() > SKIPPED + 1);
        if (oldest.isEmpty()) {
            findings.notSeen(Assumption.OFFSETS, "there are too few sessions");
            findings.notSeen(Assumption.DEEP_OFFSETS, "there are too few sessions");
            return;
        }
        offset(oldest.get(), evidence, requests, findings);
        depth(evidence, requests, findings);
    }

    private static void length(Page page, Findings findings) {
        int limit = page.search().limit();
        if (page.size() > limit) {
            findings.remark(
                    Assumption.PAGE_SIZE, "Publishes all.", "%d sessions where %d were requested", page.size(), limit);
        } else if (page.size() == limit) {
            findings.ok(Assumption.PAGE_SIZE, "pages of %d", limit);
        } else if (page.total() > page.search().offset() + page.size() && page.size() > 0) {
            findings.remark(
                    Assumption.PAGE_SIZE,
                    "Advances by what it received, and continues until a page is empty or total agrees.",
                    "%d sessions where %d were requested and total says %d",
                    page.size(),
                    limit,
                    page.total());
        }
    }

    private static void offset(Page oldest, Evidence evidence, Requests requests, Findings findings)
            throws ApiFailure, InterruptedException {
        try {
            Page page =
                    evidence.add(requests.search(oldest.search().offset(SKIPPED).limit(REQUESTED)));
            int shown = Math.min(page.size(), oldest.size() - SKIPPED);
            List<?> expected =
                    Evidence.dates(oldest).stream().skip(SKIPPED).limit(shown).toList();
            if (Evidence.dates(page).equals(expected)) {
                findings.ok(Assumption.OFFSETS, "it does");
            } else {
                findings.remark(
                        Assumption.OFFSETS,
                        "Does not join pages that do not follow each other: continues from the last date.",
                        "unexpected sessions at an offset of %d",
                        SKIPPED);
            }
        } catch (ApiFailure failure) {
            Stop.ifFinal(failure);
            findings.remark(Assumption.OFFSETS, BY_DATES, "an offset of %d fails: %s", SKIPPED, failure.getMessage());
        }
    }

    private static void depth(Evidence evidence, Requests requests, Findings findings)
            throws ApiFailure, InterruptedException {
        long total = evidence.pages().get(0).total();
        if (total <= Search.MAX_LIMIT) {
            findings.notSeen(Assumption.DEEP_OFFSETS, "there are only %d sessions", total);
            return;
        }
        served(total - 1, requests, findings);
        if (total > USUAL_DEPTH) {
            served(USUAL_DEPTH - 1, requests, findings);
        }
    }

    private static void served(long offset, Requests requests, Findings findings)
            throws ApiFailure, InterruptedException {
        try {
            Page page = requests.searchOnce(
                    Search.oldest(SessionStream.COMPLETED).offset(offset).limit(1));
            if (page.size() > 0) {
                findings.ok(Assumption.DEEP_OFFSETS, "served at %d", offset);
            } else {
                findings.remark(Assumption.DEEP_OFFSETS, BY_DATES, "nothing at %d, although total is larger", offset);
            }
        } catch (ApiFailure failure) {
            Stop.ifFinal(failure);
            findings.remark(Assumption.DEEP_OFFSETS, BY_DATES, "offset %d: %s", offset, failure.getMessage());
        }
    }
}
