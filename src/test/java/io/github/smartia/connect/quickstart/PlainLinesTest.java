package io.github.smartia.connect.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainLinesTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PlainLines lines = new PlainLines(new PrintStream(printed, true, UTF_8));

    @Test
    void progressAndEachStreamHaveALine() {
        lines.show(Sights.snapshot());

        assertThat(printed())
                .containsExactly(
                        "2026-11-21T12:00:00Z  RUNNING, reading history  500.0 sessions/s  5.0 requests/s"
                                + "  6,000 remaining  done 12:00:12 UTC, in 12 s",
                        "2026-11-21T12:00:00Z  completed      5,012 records      0 tombstones    5,010 rows"
                                + "  position 2026-11-21T11:59:58Z  lag 2.0 s",
                        "2026-11-21T12:00:00Z  in-progress        0 records      0 tombstones        0 rows"
                                + "  position -  lag -");
    }

    @Test
    void onlyStreamsThatChangedArePrintedAgain() {
        showAfter(0, Sights.inProgress(7, 0));
        showAfter(60, Sights.inProgress(7, 0));

        assertThat(printed()).hasSize(3);

        showAfter(120, Sights.inProgress(7, 1));

        assertThat(printed()).hasSize(5).last().asString().contains("in-progress", "1 tombstones");
    }

    @Test
    void changesInAQuickRowArePrintedTogether() {
        showAfter(0, Sights.inProgress(1, 0));
        showAfter(1, Sights.inProgress(2, 0));
        showAfter(4, Sights.inProgress(3, 0));
        assertThat(printed()).hasSize(3);

        showAfter(5, Sights.inProgress(4, 0));

        assertThat(printed()).hasSize(5).last().asString().contains("4 records");
    }

    @Test
    void nothingIsPrintedAfterTheEnd() {
        lines.end();
        lines.show(Sights.snapshot());

        assertThat(printed()).isEmpty();
    }

    private void showAfter(int seconds, StreamSight inProgress) {
        lines.show(Sights.at(Sights.NOON.plusSeconds(seconds), inProgress));
    }

    private List<String> printed() {
        return printed.toString(UTF_8).lines().toList();
    }
}
