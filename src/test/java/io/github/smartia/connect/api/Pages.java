package io.github.smartia.connect.api;

import java.util.List;
import java.util.Optional;

/** Pages for tests that do not look into them. */
final class Pages {

    private Pages() {}

    static SessionPage empty() {
        return new SessionPage(List.of(), 0, 100, Optional.empty());
    }
}
