package io.github.smartia.cli.plan;

import io.github.smartia.cli.api.ApiFailure;
import io.github.smartia.cli.api.Requests;
import io.github.smartia.cli.api.Response;
import io.github.smartia.cli.api.SessionStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The measurements for a plan.
 *
 * @param busiest a busy day of completed sessions
 * @param latency the median latency of requests for one session
 * @param throttled whether the API responded with 429
 */
public record Figures(
        StreamSize completed,
        StreamSize inProgress,
        Optional<BusiestDay> busiest,
        Duration latency,
        boolean throttled) {

    /** Sends at most 25 requests. */
    public static Figures measure(Requests requests) throws ApiFailure, InterruptedException {
        StreamSize completed = StreamSize.measure(SessionStream.COMPLETED, requests);
        StreamSize inProgress = StreamSize.measure(SessionStream.IN_PROGRESS, requests);
        Optional<BusiestDay> busiest = BusiestDay.find(completed, requests);
        boolean throttled =
                requests.traffic().failures().stream().anyMatch(failure -> failure.kind() == ApiFailure.Kind.THROTTLED);
        return new Figures(completed, inProgress, busiest, latency(requests), throttled);
    }

    private static Duration latency(Requests requests) {
        List<Duration> sorted = requests.traffic().responses().stream()
                .map(Response::latency)
                .sorted()
                .toList();
        return sorted.get(sorted.size() / 2);
    }

    long total() {
        return completed.total() + inProgress.total();
    }

    /** Sessions that complete on a busy day. */
    double peak() {
        return busiest.map(BusiestDay::perDay).orElse(0.0);
    }
}
