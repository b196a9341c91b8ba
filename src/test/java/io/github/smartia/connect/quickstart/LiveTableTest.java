package io.github.smartia.connect.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.quickstart.database.Extent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LiveTableTest {

    private final ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    private final LiveTable table = new LiveTable(new PrintStream(drawn, true, UTF_8), List.of("page  http://here/"));

    @Test
    void eachStreamHasAColumnBelowTheProgress() {
        assertThat(LiveTable.render(Sights.snapshot()))
                .containsExactly(
                        "state           RUNNING, reading history",
                        "sessions/s      500.0",
                        "requests/s      5.0",
                        "remaining       6,000",
                        "done            12:00:12 UTC, in 12 s",
                        "",
                        "                completed                      in-progress",
                        "topic           done                           open",
                        "records         5,012                          0",
                        "tombstones      0                              0",
                        "rows in DuckDB  5,010                          0",
                        "newest session  2026-11-21T11:59:58Z           -",
                        "position        2026-11-21T11:59:58Z           -",
                        "lag             2.0 s                          -",
                        "");
    }

    @Test
    void whatIsNotKnownIsADash() {
        assertThat(LiveTable.render(Sights.elsewhere()))
                .startsWith(
                        "state           RUNNING",
                        "sessions/s      0.3",
                        "requests/s      -",
                        "remaining       -",
                        "done            -");
    }

    @Test
    void largeFiguresFitEightyColumns() {
        Optional<Instant> date = Optional.of(Instant.parse("2023-11-21T11:59:58.999Z"));
        StreamSight large = new StreamSight(
                "in-progress",
                "smart-ia.sessions.in-progress",
                9_999_999_999L,
                9_999_999_999L,
                new Extent(9_999_999_999L, date),
                date);
        Progress progress = new Progress(99_999.9, OptionalDouble.of(9_999), OptionalLong.of(9_999_999_999L));

        assertThat(LiveTable.render(new Snapshot(Sights.NOON, "UNASSIGNED", List.of(large, large), progress)))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
    }

    @Test
    void eachFrameBeginsInTheUpperLeftCorner() {
        table.show(Sights.snapshot());
        assertThat(drawn.toString(UTF_8)).startsWith("\033[?1049h\033[?7l\033[Hstate");
        drawn.reset();
        table.show(Sights.snapshot());

        assertThat(drawn.toString(UTF_8))
                .startsWith("\033[?7l\033[Hstate")
                .contains("\033[K\nrecords         5,012", "page  http://here/")
                .endsWith("Ctrl-C ends everything.\033[K\033[J\033[?7h")
                .doesNotContainPattern("\033\\[\\d*[A-G]");
    }

    @Test
    void anEndedTableStandsOnTheFirstScreen() {
        table.show(Sights.snapshot());
        drawn.reset();
        table.end();
        table.end();
        table.show(Sights.snapshot());

        assertThat(drawn.toString(UTF_8))
                .isEqualTo("\033[?1049l" + String.join("\n", LiveTable.render(Sights.snapshot())) + "\n");
    }
}
