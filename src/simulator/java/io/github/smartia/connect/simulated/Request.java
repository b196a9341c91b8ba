package io.github.smartia.connect.simulated;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it arrived.
 *
 * @param time when the last byte of it had arrived, by the simulated API's clock
 * @param path without the query
 * @param query the part after the question mark, still encoded; empty where there is none
 * @param headers by name, in whatever case; several of one name are joined by commas
 */
public record Request(
        Instant time, String method, String path, String query, Map<String, String> headers, String body) {

    static final String KEY_HEADER = "x-api-key";

    public Request {
        Map<String, String> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        caseless.putAll(headers);
        headers = Collections.unmodifiableMap(caseless);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The API key that came along. */
    public Optional<String> key() {
        return header(KEY_HEADER);
    }

    /** Names the call without key, query or body. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
