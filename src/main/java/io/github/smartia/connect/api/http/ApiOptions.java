package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.SessionFilter;
import java.net.URI;
import java.time.Duration;

/**
 * How to reach the API, and what to take from it.
 *
 * @param organisation the name of the organisation in messages
 * @param url the base URL, without a slash at its end
 * @param key the header that carries the key
 * @param connectTimeout for a connection to be made
 * @param responseTimeout for one whole request, from sending it to the last byte of its response
 * @param inProgressEndpoint the call that sessions in progress are requested by
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
        long maxSessionBytes) {}
