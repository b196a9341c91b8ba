package io.github.smartia.connect.api;

import io.github.smartia.connect.model.SessionPage;
import java.util.List;

/** Pages for tests that do not look into them. */
public final class Pages {

    private Pages() {}

    public static SessionPage empty() {
        return new SessionPage(List.of(), 0);
    }
}
