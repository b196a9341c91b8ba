package io.github.smartia.cli.check;

import io.github.smartia.cli.api.ApiFailure;
import io.github.smartia.cli.api.Page;
import io.github.smartia.cli.api.Page.Shape;
import io.github.smartia.cli.api.Requests;
import io.github.smartia.cli.api.Search;
import io.github.smartia.cli.api.SessionStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The form of responses, including one without sessions. One request. */
final class ShapeProbe implements Probe {

    private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

    @Override
    public void look(Evidence evidence, Requests requests, Findings findings) throws ApiFailure, InterruptedException {
        try {
            nothing(requests.search(Search.oldest(SessionStream.COMPLETED).after(NEVER)), findings);
        } catch (ApiFailure failure) {
            Stop.ifFinal(failure);
            findings.fails(
                    Assumption.NOTHING, "Retries a request from a date with backoff.", "%s", failure.getMessage());
        }
        shapes(evidence, findings);
        encoding(evidence, findings);
    }

    private static void nothing(Page page, Findings findings) {
        long unasked = Evidence.dates(page).stream()
                .filter(date -> !date.isAfter(NEVER))
                .count();
        if (unasked > 0) {
            findings.fails(
                    Assumption.NOTHING,
                    "Rejects pages with sessions outside the requested dates, so it reads nothing after a date.",
                    "after 2100, %d earlier sessions are listed: gt is ignored",
                    unasked);
        } else if (page.size() > 0) {
            findings.ok(
                    Assumption.NOTHING, "%d sessions are dated after 2100, and no earlier one is listed", page.size());
        } else if (page.shape() == Shape.NULL) {
            findings.remark(Assumption.NOTHING, "Reads null as an empty list.", "data is null");
        } else {
            findings.ok(Assumption.NOTHING, "it is");
        }
    }

    private static void shapes(Evidence evidence, Findings findings) {
        Set<Shape> shapes = evidence.pages().stream()
                .filter(page -> page.size() > 0)
                .map(Page::shape)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Shape.class)));
        String names = shapes.stream()
                .map(shape -> shape.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" and "));
        if (names.isEmpty()) {
            findings.notSeen(Assumption.DATA_SHAPE, "there is no session");
        } else {
            findings.ok(Assumption.DATA_SHAPE, "%s", names);
        }
    }

    private static void encoding(Evidence evidence, Findings findings) {
        if (evidence.pages().stream().anyMatch(Page::byteOrderMark)) {
            findings.remark(Assumption.ENCODING, "Skips the mark.", "they begin with a byte order mark");
        } else {
            findings.ok(Assumption.ENCODING, "they are");
        }
    }
}
