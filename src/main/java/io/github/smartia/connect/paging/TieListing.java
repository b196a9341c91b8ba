package io.github.smartia.connect.paging;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One listing of the sessions of one second, page by page from the first to the last. The next offset depends on how many
 * sessions a page shows, whatever its limit was. Not thread-safe.
 */
final class TieListing {

    /** Sessions that one page showed twice. In another order several pages may do so, without there being more sessions. */
    private final Set<Object> duplicates = new HashSet<>();

    private int offset;
    private int listed;
    private boolean over;

    /** The offset of the next page. */
    int offset() {
        return offset;
    }

    /**
     * @param limit how many sessions were requested
     * @param entries all entries of the page
     * @param within the entries that may belong to the second
     */
    void received(int limit, List<PositionedEntry> entries, List<PositionedEntry> within, long total) {
        offset += entries.size();
        listed += within.size();
        Set<Object> onThisPage = new HashSet<>();
        within.stream()
                .map(PositionedEntry::identity)
                .filter(session -> !onThisPage.add(session))
                .forEach(duplicates::add);
        boolean isLast = entries.isEmpty() || (entries.size() < limit && offset >= total);
        over = isLast || within.size() < entries.size();
    }

    boolean isOver() {
        return over;
    }

    /** How many sessions were listed. A session on two pages counts twice; one that any page shows twice counts once less. */
    int sessions() {
        return listed - duplicates.size();
    }
}
