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
            explain(failure, stream, findings);
            throw failure;
        }
    }

    private static void explain(ApiFailure failure, SessionStream stream, Findings findings) {
        String seen = "%s: %s";
        switch (failure.kind()) {
            case KEY_REFUSED ->
                findings.fails(Assumption.KEY, "The task fails and names api.key.", seen, stream, failure.getMessage());
            case WRONG_URL ->
                findings.fails(
                        Assumption.SEARCH, "The task fails and names api.url.", seen, stream, failure.getMessage());
            case REQUEST_REFUSED ->
                findings.fails(
                        Assumption.SEARCH, "The task fails with status and call.", seen, stream, failure.getMessage());
            case THROTTLED ->
                findings.remark(
                        Assumption.SEARCH,
                        "Waits as long as Retry-After says, otherwise longer each time, and continues when a request "
                                + "succeeds.",
                        seen,
                        stream,
                        failure.getMessage());
            default ->
                findings.fails(
                        Assumption.SEARCH,
                        "Retries with backoff. The task stays RUNNING and reads nothing meanwhile.",
                        seen,
                        stream,
                        failure.getMessage());
        }
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
