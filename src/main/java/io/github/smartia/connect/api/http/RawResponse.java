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

/** An HTTP response, read to its end and decompressed. A header that is missing or invalid is returned as empty. */
record RawResponse(HttpResponse head, byte[] body) {

    /** A longer wait is shortened to this. One request a day does no harm, and the failure appears in the log. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    int status() {
        return head.getCode();
    }

    /** The API's time when it responded, in whole seconds. */
    Optional<Instant> date() {
        return value(HttpHeaders.DATE).flatMap(RawResponse::parsed);
    }

    /**
     * The wait that the API requests, as seconds or as a date. Zero and past dates request no wait.
     *
     * @param clock used for a date if the response has no {@code Date}
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

    /** Counts from the API's own {@code Date}, because the worker's clock may be wrong by hours. */
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
