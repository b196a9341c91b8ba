package io.github.smartia.connect.simulated;

import java.time.Instant;
import java.util.Optional;

/**
 * A request as received.
 *
 * @param time when the last byte of the request was received
 * @param path without the query
 * @param query the part after the question mark, still encoded; empty if there is none
 * @param key the API key of the request, if any
 */
public record Request(Instant time, String method, String path, String query, Optional<String> key, String body) {

    /** Names the call without key, query or body. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
