package io.github.smartia.cli.check;

import io.github.smartia.cli.api.ApiFailure;
import io.github.smartia.cli.api.ApiFailure.Kind;
import io.github.smartia.cli.api.Requests;
import io.github.smartia.cli.api.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Sizes, times, headers and failures of all requests so far. No request. */
final class TrafficProbe implements Probe {

    private static final int LARGEST_RECORD = (1 << 20) - (8 << 10);
    private static final Duration SLOW = Duration.ofSeconds(10);
    private static final Pattern RATE_HEADER = Pattern.compile("(x-)?rate-?limit[a-z-]{0,30}|retry-after");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");

    @Override
    public void look(Evidence evidence, Requests requests, Findings findings) {
        List<Response> responses = requests.traffic().responses();
        if (!responses.isEmpty()) {
            sizes(evidence, responses, findings);
            latency(responses, findings);
            headers(responses, findings);
        }
        failures(requests.traffic().failures(), requests.traffic().requests(), findings);
    }

    private static void sizes(Evidence evidence, List<Response> responses, Findings findings) {
        int largest = evidence.sessions()
                .mapToInt(seen -> seen.json().toString().getBytes(StandardCharsets.UTF_8).length)
                .max()
                .orElse(0);
        long response =
                responses.stream().mapToLong(any -> any.body().length).max().orElse(0);
        String seen = "largest session %,d bytes, largest response %,d bytes";
        if (largest > LARGEST_RECORD) {
            findings.remark(
                    Assumption.SIZES,
                    "Writes a dead letter for a session that is too large for a record; without dead.letter.topic the "
                            + "task fails. Other sessions are not affected.",
                    seen,
                    largest,
                    response);
        } else {
            findings.ok(Assumption.SIZES, seen, largest, response);
        }
    }

    private static void latency(List<Response> responses, Findings findings) {
        List<Duration> sorted =
                responses.stream().map(Response::latency).sorted().toList();
        long median = sorted.get(sorted.size() / 2).toMillis();
        Duration longest = sorted.get(sorted.size() - 1);
        String seen = "median %,d ms, longest %,d ms";
        if (longest.compareTo(SLOW) > 0) {
            findings.remark(
                    Assumption.LATENCY,
                    "Waits api.response.timeout.ms (30 s by default), then retries: increase it.",
                    seen,
                    median,
                    longest.toMillis());
        } else {
            findings.ok(Assumption.LATENCY, seen, median, longest.toMillis());
        }
    }

    private static void headers(List<Response> responses, Findings findings) {
        boolean compressed = responses.stream().anyMatch(Response::isCompressed);
        findings.ok(Assumption.COMPRESSION, compressed ? "by gzip" : "they are not");
        TreeSet<String> names = new TreeSet<>();
        responses.forEach(response -> response.headers().map().forEach((name, values) -> {
            String known = name.toLowerCase(Locale.ROOT);
            if (RATE_HEADER.matcher(known).matches()) {
                names.add(known + ": " + (NUMBER.matcher(values.get(0)).matches() ? values.get(0) : "(no number)"));
            }
        }));
        findings.ok(Assumption.RATE_HEADERS, "%s", names.isEmpty() ? "in no header" : String.join(", ", names));
    }

    private static void failures(List<ApiFailure> failures, int requests, Findings findings) {
        TreeSet<String> transients = new TreeSet<>();
        failures.stream()
                .filter(failure -> failure.kind() == Kind.TRANSIENT || failure.kind() == Kind.UNREADABLE)
                .forEach(failure -> transients.add(failure.getMessage()));
        long throttled = failures.stream()
                .filter(failure -> failure.kind() == Kind.THROTTLED)
                .count();
        if (transients.isEmpty()) {
            findings.ok(Assumption.TRANSIENT, "%d of %d", requests, requests);
        } else {
            findings.remark(Assumption.TRANSIENT, Assumption.TRANSIENT.usual(), "%s", String.join("; ", transients));
        }
        if (throttled > 0) {
            findings.remark(
                    Assumption.THROTTLING,
                    "Waits as long as Retry-After says, otherwise longer each time, and sends fewer requests for a "
                            + "while.",
                    "%d of %d requests got status 429 at the pace of this check",
                    throttled,
                    requests);
        }
    }
}
