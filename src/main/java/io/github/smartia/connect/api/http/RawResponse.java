package io.github.smartia.connect.api.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An HTTP response, read to its end.
 *
 * @param retryAfter how long the API asks to wait before the next request
 * @param servedAt the API's time when it responded, in whole seconds; empty where it does not say
 * @param contentCoding how {@code body} is compressed, in small letters; empty where it is not
 */
record RawResponse(
        int status, Optional<Duration> retryAfter, Optional<Instant> servedAt, String contentCoding, byte[] body) {}
