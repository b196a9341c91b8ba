package io.github.smartia.connect.api.http;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;

/** An HTTP response, read to its end and decompressed. A header that is missing or can't be read is empty. */
record RawResponse(HttpResponse head, byte[] body) {

    /** A longer wait is cut: one request a day does no harm, and the failure shows in the log. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    int status() {
        return head.getCode();
    }

    /** The API's time when it responded, in whole seconds. */
    Optional<Instant> date() {
        return value(HttpHeaders.DATE).flatMap(RawResponse::parsed);
    }

    /**
     * How long the API asks to wait, by seconds or a date. Zero and past dates ask for no wait.
     *
     * @param clock for a date in a response without a {@code Date}
     */
    Optional<Duration> retryAfter(Clock clock) {
        return value(HttpHeaders.RETRY_AFTER)
                .flatMap(text -> seconds(text).or(() -> until(text, clock)))
                .filter(wait -> wait.compareTo(Duration.ZERO) > 0)
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private static Optional<Duration> seconds(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("\\d+"))
                .map(digits -> new BigInteger(digits)
                        .min(BigInteger.valueOf(LONGEST_WAIT.toSeconds()))
                        .longValue())
                .map(Duration::ofSeconds);
    }

    /** The API's own {@code Date} says what time it is there; the worker's clock may be wrong by hours. */
    private Optional<Duration> until(String text, Clock clock) {
        return parsed(text).map(until -> Duration.between(date().orElseGet(clock::instant), until));
    }

    private static Optional<Instant> parsed(String date) {
        return Optional.ofNullable(DateUtils.parseStandardDate(date));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(head.getFirstHeader(name))
                .map(Header::getValue)
                .map(String::strip);
    }
}
