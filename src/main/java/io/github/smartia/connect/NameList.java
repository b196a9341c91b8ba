package io.github.smartia.connect;

import java.util.List;

/** A list of names in a message, of bounded length. */
final class NameList {

    private static final int MAX_NAMES = 10;

    private NameList() {}

    /** Such as {@code a, b, c and 7 more}. */
    static String of(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MAX_NAMES, names.size())));
        return names.size() > MAX_NAMES ? first + " and " + (names.size() - MAX_NAMES) + " more" : first;
    }
}
