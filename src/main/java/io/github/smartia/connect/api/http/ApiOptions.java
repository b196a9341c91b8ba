package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.SessionFilter;
import java.net.URI;
import java.time.Duration;

/**
 * How to reach the API, and what to read from it.
 *
 * @param organisation the name of the organisation in messages
 * @param url the base URL, without a trailing slash
 * @param key the header that carries the key
 * @param responseTimeout time allowed for a whole request, up to the last byte of its response
 * @param userAgent the {@code User-Agent} header of requests
 * @param maxSessionBytes maximum size of one session in bytes of JSON; a larger session is malformed
 */
public record ApiOptions(
        String organisation,
        URI url,
        SecretHeader key,
        Duration connectTimeout,
        Duration responseTimeout,
        InProgressEndpoint inProgressEndpoint,
        SessionFilter filter,
        String userAgent,
        Transport transport,
        long maxSessionBytes) {

    /** The call that lists the sessions in progress. */
    public enum InProgressEndpoint {
        /** {@code POST /smart-ia/sessions/search}, as for completed sessions. */
        SEARCH,
        /** {@code GET /smart-ia/sessions/in-progress}; accepts at most 30 values per filter. */
        IN_PROGRESS
    }
}
