package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.SessionFilter;
import java.net.URI;
import java.time.Duration;

/**
 * How to reach the API.
 *
 * @param url the base URL, without a slash at its end
 * @param connectTimeout for a connection to be made
 * @param responseTimeout for one whole request, from sending it to the last byte of its answer
 * @param inProgressCall whether sessions in progress are asked for by the GET call of their own instead of the search
 * @param userAgent how requests name their sender
 */
public record ApiOptions(
        URI url,
        ApiKey key,
        Duration connectTimeout,
        Duration responseTimeout,
        boolean inProgressCall,
        SessionFilter filter,
        String userAgent,
        Transport transport) {}
