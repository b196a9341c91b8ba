package io.github.smartia.connect.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;

/** The header {@code Retry-After}: a number of seconds, or a date. */
final class RetryAfter {

    /** Whoever asks for more is asked again after a day: that does no harm, and shows in the log. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** How long the answer asks to wait; empty where it does not say, or says nothing that can be read. */
    static Optional<Duration> of(HttpResponse answer, Clock clock) {
        return header(answer, HttpHeaders.RETRY_AFTER)
                .flatMap(text ->
                        seconds(text).or(() -> untilDate(text, answer, clock)).map(RetryAfter::bounded));
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Optional<Duration> seconds(String text) {
        // Nine digits are thirty years: longer is no number of seconds.
        return text.matches("\\d{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
    }

    /** The API's own {@code Date} tells what time it is there; the worker's clock may be wrong by hours. */
    private static Optional<Duration> untilDate(String text, HttpResponse answer, Clock clock) {
        Instant now = header(answer, HttpHeaders.DATE).flatMap(RetryAfter::date).orElseGet(clock::instant);
        return date(text).map(until -> Duration.between(now, until));
    }

    private static Optional<Instant> date(String text) {
        return Optional.ofNullable(DateUtils.parseStandardDate(text));
    }

    private static Optional<String> header(HttpResponse answer, String name) {
        return Optional.ofNullable(answer.getFirstHeader(name))
                .map(Header::getValue)
                .map(String::strip);
    }
}
