package io.github.smartia.connect.api.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;

/** The header {@code Retry-After}: a number of seconds, or a date. */
final class RetryAfter {

    /** A longer wait is cut to a day: one more request then does no harm, and the failure shows in the log. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** As many as a long surely holds. */
    private static final int MAX_DIGITS = 18;

    private RetryAfter() {}

    /**
     * How long the response asks to wait; empty where it does not say, or says it in a form that can't be read. Zero and
     * past dates count as no wait, and the backoff applies.
     */
    static Optional<Duration> of(HttpResponse response, Clock clock) {
        return Optional.ofNullable(response.getFirstHeader(HttpHeaders.RETRY_AFTER))
                .map(Header::getValue)
                .map(String::strip)
                .flatMap(text -> seconds(text).or(() -> untilDate(text, response, clock)))
                .filter(wait -> wait.compareTo(Duration.ZERO) > 0)
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Optional<Duration> seconds(String text) {
        if (!text.matches("\\d+")) {
            return Optional.empty();
        }
        return Optional.of(text.length() > MAX_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(text)));
    }

    /** The API's own {@code Date} says what time it is there; the worker's clock may be wrong by hours. */
    private static Optional<Duration> untilDate(String text, HttpResponse response, Clock clock) {
        Instant now = HeaderDate.of(response, HttpHeaders.DATE).orElseGet(clock::instant);
        return HeaderDate.parsed(text).map(until -> Duration.between(now, until));
    }
}
