package io.github.smartia.connect.simulated;

import java.time.Instant;
import java.util.Optional;

/**
 * A request as it arrived.
 *
 * @param time when the last byte of it had arrived
 * @param path without the query
 * @param query the part after the question mark, still encoded; empty where there is none
 * @param key the API key that came along
 */
public record Request(Instant time, String method, String path, String query, Optional<String> key, String body) {

    /** Names the call without key, query or body. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
