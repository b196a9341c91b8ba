package io.github.smartia.connect.paging;

import static io.github.smartia.connect.model.Sessions.completed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TieReaderTest {

    private static final Instant SECOND = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final SessionQuery PAGE = SessionQuery.of(Status.COMPLETED, DateField.END_DATE, 3);

    private final TieReader reader = new TieReader(PAGE, SECOND, true, SECOND);

    @Test
    void oneListingIsEnoughIfTheTotalAgrees() {
        receive(4, "a", "b", "c");
        receive(4, "d");

        assertThat(reader.isComplete()).isTrue();
    }

    /** A session leaves the list after the first page, and another takes its place there. */
    @Test
    void hiddenSessionIsFoundWithoutATotal() {
        receive(0, "a", "b", "c");
        receive(0, "e");
        assertThat(reader.isComplete()).isFalse();

        for (int round = 1; round <= 4; round++) {
            receive(0, "b", "c", "d");
            receive(0, "e");
        }

        assertThat(reader.isComplete()).isTrue();
        assertThat(reader.seen()).isEqualTo(5);
    }

    private void receive(long total, String... ids) {
        List<Entry> sessions =
                Stream.of(ids).<Entry>map(id -> completed(id, SECOND)).toList();
        reader.received(new SessionPage(sessions, total, Optional.empty()));
    }
}
