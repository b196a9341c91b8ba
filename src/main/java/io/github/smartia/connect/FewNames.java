package io.github.smartia.connect;

import java.util.List;

/** Names in a message, which must not grow with their number. */
final class FewNames {

    private static final int MOST = 10;

    private FewNames() {}

    /** Such as {@code a, b, c and 7 more}. */
    static String of(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST, names.size())));
        return names.size() > MOST ? first + " and " + (names.size() - MOST) + " more" : first;
    }
}
