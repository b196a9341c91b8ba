package io.github.smartia.cli.check;

import io.github.smartia.cli.api.ApiFailure;
import io.github.smartia.cli.api.ApiFailure.Kind;
import io.github.smartia.cli.api.Requests;
import io.github.smartia.cli.api.Search;
import io.github.smartia.cli.api.SessionStream;

/** Looks for the rate limit: sends requests without pauses until one is throttled. Up to ten requests. */
final class LimitProbe implements Probe {

    private static final int MOST = 10;

    @Override
    public void look(Evidence evidence, Requests requests, Findings findings) throws InterruptedException {
        int most = Math.min(MOST, requests.left());
        for (int sent = 1; sent <= most; sent++) {
            try {
                requests.hurried(Search.oldest(SessionStream.COMPLETED).limit(1));
            } catch (ApiFailure failure) {
                ended(failure, sent, findings);
                return;
            }
        }
        findings.ok(Assumption.THROTTLING, "%d requests without pauses were all served", most);
    }

    private static void ended(ApiFailure failure, int sent, Findings findings) {
        if (failure.kind() == Kind.THROTTLED) {
            String after = failure.retryAfter()
                    .map(wait -> "Retry-After of " + wait.toSeconds() + " s")
                    .orElse("no Retry-After");
            findings.ok(Assumption.THROTTLING, "request %d without a pause got status 429, with %s", sent, after);
        } else {
            findings.notSeen(
                    Assumption.THROTTLING, "request %d without a pause failed: %s", sent, failure.getMessage());
        }
    }
}
