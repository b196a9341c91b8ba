package io.github.smartia.connect.simulated;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The keys that may read sessions. Thread-safe. */
public final class Keys {

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();

    Keys() {}

    public void accept(String key) {
        accepted.add(key);
    }

    /** From now on, requests with this key get status 401. */
    public void revoke(String key) {
        accepted.remove(key);
    }

    boolean accepts(String key) {
        return accepted.contains(key);
    }
}
