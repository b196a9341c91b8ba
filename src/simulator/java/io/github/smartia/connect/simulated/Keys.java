package io.github.smartia.connect.simulated;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The keys that the simulated API knows. Safe for use by several threads. */
public final class Keys {

    private enum Right {
        ALL,
        NONE
    }

    private final Map<String, Right> rights = new ConcurrentHashMap<>();

    Keys() {}

    /** Lets {@code key} read sessions. */
    public void accept(String key) {
        rights.put(key, Right.ALL);
    }

    /** Knows {@code key} and gives it no right: requests with it get 403. */
    public void forbid(String key) {
        rights.put(key, Right.NONE);
    }

    /** Forgets {@code key}: requests with it get 401. */
    public void revoke(String key) {
        rights.remove(key);
    }

    /** The error for a request with this key; empty where it may pass. */
    Optional<Response> error(Optional<String> key) {
        Optional<Right> right = key.map(rights::get);
        if (right.isEmpty()) {
            return Optional.of(Response.error(401, "Unauthorized"));
        }
        return right.filter(Right.NONE::equals).map(none -> Response.error(403, "Forbidden"));
    }
}
