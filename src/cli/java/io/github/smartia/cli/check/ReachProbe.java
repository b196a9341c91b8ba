package io.github.smartia.cli.check;

import io.github.smartia.cli.api.ApiFailure;
import io.github.smartia.cli.api.ApiFailure.Kind;
import io.github.smartia.cli.api.Requests;
import io.github.smartia.cli.api.Search;
import io.github.smartia.cli.api.SessionStream;

/** Whether both calls respond, plain and with the newest first. Five requests. */
final class ReachProbe implements Probe {

    @Override
    public void look(Evidence evidence, Requests requests, Findings findings) throws ApiFailure, InterruptedException {
        for (SessionStream stream : SessionStream.values()) {
            plain(stream, evidence, requests, findings);
            newest(stream, evidence, requests, findings);
        }
        findings.ok(Assumption.SEARCH, "both streams can be read");
        findings.ok(Assumption.KEY, "accepted");
        inProgress(evidence, requests, findings);
    }

    private static void plain(SessionStream stream, Evidence evidence, Requests requests, Findings findings)
            throws ApiFailure, InterruptedException {
        try {
            evidence.add(requests.search(Search.oldest(stream)));
        } catch (ApiFailure failure) {
            explain(failure, stream.label(), findings);
            throw failure;
        }
    }

    /** @param request which one failed */
    static void explain(ApiFailure failure, String request, Findings findings) {
        Assumption assumption = failure.kind() == Kind.KEY_REJECTED ? Assumption.KEY : Assumption.SEARCH;
        String reaction = reaction(failure.kind());
        String seen = "%s: %s";
        if (failure.kind() == Kind.THROTTLED) {
            findings.remark(assumption, reaction, seen, request, failure.getMessage());
        } else {
            findings.fails(assumption, reaction, seen, request, failure.getMessage());
        }
    }

    /** What the connector does. A test compares the settings with those of the connector's remedies. */
    private static String reaction(Kind failure) {
        return switch (failure) {
            case KEY_REJECTED -> "The task fails and names api.key.";
            case WRONG_URL -> "The task fails and names api.url.";
            case REQUEST_REJECTED -> "The task fails and names api.url and the filters.";
            case THROTTLED ->
                "Waits as long as Retry-After says, otherwise longer each time, and continues when a request succeeds.";
            default -> "Retries with backoff. The task stays RUNNING and reads nothing meanwhile.";
        };
    }

    private static void newest(SessionStream stream, Evidence evidence, Requests requests, Findings findings)
            throws ApiFailure, InterruptedException {
        try {
            evidence.add(requests.search(Search.newest(stream)));
        } catch (ApiFailure failure) {
            Stop.ifFinal(failure);
            findings.remark(
                    Assumption.NEWEST_FIRST,
                    "Reads ascending pages from its newest date.",
                    "%s: %s",
                    stream,
                    failure.getMessage());
        }
    }

    private static void inProgress(Evidence evidence, Requests requests, Findings findings)
            throws ApiFailure, InterruptedException {
        try {
            evidence.add(requests.inProgress(Search.oldest(SessionStream.IN_PROGRESS)));
            findings.ok(Assumption.IN_PROGRESS_CALL, "it does");
        } catch (ApiFailure failure) {
            if (failure.kind() == Kind.BUDGET || failure.kind() == Kind.THROTTLED) {
                throw failure;
            }
            findings.remark(
                    Assumption.IN_PROGRESS_CALL,
                    "Does not need it: keep in.progress.endpoint=search, the default.",
                    "%s",
                    failure.getMessage());
        }
    }
}
