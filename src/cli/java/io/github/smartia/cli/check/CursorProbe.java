package io.github.smartia.cli.check;

import io.github.smartia.cli.api.ApiFailure;
import io.github.smartia.cli.api.Page;
import io.github.smartia.cli.api.Requests;
import io.github.smartia.cli.api.Search;
import io.github.smartia.cli.api.SessionStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Cursors, which the connector ignores. Up to one request. */
final class CursorProbe implements Probe {

    private static final int HUGE = 4096;
    private static final String IGNORED = "Ignores all cursors.";

    @Override
    public void look(Evidence evidence, Requests requests, Findings findings) throws ApiFailure, InterruptedException {
        Optional<Page> page = evidence.oldest(SessionStream.COMPLETED).filter(Page::isFull);
        if (page.isEmpty()) {
            findings.notSeen(Assumption.CURSOR, "there is only one page");
            return;
        }
        JsonNode cursor = page.get().nextCursor();
        if (cursor.isNull()) {
            findings.ok(Assumption.CURSOR, "null beside a full page: there are no cursors");
        } else if (!cursor.isString()) {
            String type = cursor.getNodeType().name().toLowerCase(Locale.ROOT);
            findings.remark(Assumption.CURSOR, IGNORED, "nextCursor is %s", type);
        } else if (cursor.asString().length() > HUGE) {
            findings.remark(
                    Assumption.CURSOR,
                    IGNORED,
                    "nextCursor has %d characters",
                    cursor.asString().length());
        } else {
            follow(page.get(), cursor.asString(), requests, findings);
        }
    }

    private static void follow(Page page, String cursor, Requests requests, Findings findings)
            throws ApiFailure, InterruptedException {
        try {
            Page next = requests.search(Search.oldest(SessionStream.COMPLETED).cursor(cursor));
            Instant last =
                    Evidence.dates(page).stream().max(Comparator.naturalOrder()).orElse(Instant.MIN);
            if (Evidence.dates(next).stream().noneMatch(date -> date.isBefore(last))) {
                findings.ok(Assumption.CURSOR, "a cursor continues after the page");
            } else {
                findings.remark(Assumption.CURSOR, IGNORED, "a cursor leads back to earlier sessions");
            }
        } catch (ApiFailure failure) {
            Stop.ifFinal(failure);
            findings.remark(Assumption.CURSOR, IGNORED, "a cursor fails: %s", failure.getMessage());
        }
    }
}
