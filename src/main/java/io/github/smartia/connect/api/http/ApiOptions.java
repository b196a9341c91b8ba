package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.SessionFilter;
import java.net.URI;
import java.time.Duration;

/**
 * How to reach the API, and what to take from it.
 *
 * @param organisation its name in messages
 * @param url the base URL, without a slash at its end
 * @param key the header that carries the key
 * @param responseTimeout for one whole request, to the last byte of its response
 * @param userAgent how requests name their sender
 * @param maxSessionBytes the most bytes of JSON that one session may have; a larger one is malformed
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
        /** {@code GET /smart-ia/sessions/in-progress}; takes at most 30 values of a filter. */
        IN_PROGRESS
    }
}
