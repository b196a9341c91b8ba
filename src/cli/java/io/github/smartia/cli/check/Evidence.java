package io.github.smartia.cli.check;

import io.github.smartia.cli.api.Page;
import io.github.smartia.cli.api.Search;
import io.github.smartia.cli.api.Seen;
import io.github.smartia.cli.api.SessionStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages that probes have received so far. For one thread. */
final class Evidence {

    private final List<Page> pages = new ArrayList<>();

    Page add(Page page) {
        pages.add(page);
        return page;
    }

    List<Page> pages() {
        return List.copyOf(pages);
    }

    /** The first page of all sessions of a stream, the oldest first. */
    Optional<Page> oldest(SessionStream stream) {
        return first(Search.oldest(stream));
    }

    /** The first page of all sessions of a stream, the newest first. */
    Optional<Page> newest(SessionStream stream) {
        return first(Search.newest(stream));
    }

    private Optional<Page> first(Search search) {
        return pages.stream().filter(page -> page.search().equals(search)).findFirst();
    }

    Stream<Seen> sessions() {
        return pages.stream().flatMap(page -> page.sessions().stream());
    }

    /** The readable dates of a page, in its order. */
    static List<Instant> dates(Page page) {
        return page.sessions().stream()
                .flatMap(seen -> seen.date(page.search().stream()).stream())
                .toList();
    }

    /** The ids of a page, in its order. */
    static List<String> ids(Page page) {
        return page.sessions().stream().flatMap(seen -> seen.id().stream()).toList();
    }
}
