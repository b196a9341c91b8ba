package io.github.smartia.cli.api;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A response.
 *
 * @param body decompressed
 * @param wireBytes the size of the body on the wire
 * @param latency from the request's start to the last byte of the body
 * @param received by this machine's clock
 */
public record Response(
        int status, HttpHeaders headers, byte[] body, long wireBytes, Duration latency, Instant received) {

    public boolean isCompressed() {
        return headers.firstValue("Content-Encoding").isPresent();
    }

    /** The time on the API's clock. */
    public Optional<Instant> date() {
        return headers.firstValue("Date").flatMap(Response::httpDate);
    }

    /** The time to wait before a retry, given in seconds or as a date. */
    Optional<Duration> retryAfter() {
        return headers.firstValue("Retry-After").flatMap(this::waiting);
    }

    private Optional<Duration> waiting(String text) {
        return text.strip().matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())))
                : httpDate(text).map(until -> Duration.between(date().orElse(received), until));
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Shows only the status: the rest may contain personal data. */
    @Override
    public String toString() {
        return "response with status " + status;
    }
}
