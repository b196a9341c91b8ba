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
    void aLineTellsAllOfAStream() {
        assertThat(PlainLines.line(Sights.NOON, Sights.completed()))
                .isEqualTo("2026-11-21T12:00:00Z  completed      5,012 records      0 tombstones"
                        + "  newest 9a1b of 2026-11-21T11:59:58Z  position 2026-11-21T11:59:58Z  lag 2.0 s");
    }

    @Test
    void aLineLeavesOutWhatIsNotThereYet() {
        assertThat(PlainLines.line(Sights.NOON, Sights.inProgress()))
                .isEqualTo("2026-11-21T12:00:00Z  in-progress        0 records      0 tombstones");
    }

    @Test
    void onlyStreamsThatChangedArePrintedAgain() {
        showAfter(0, Sights.inProgress(7, 0));
        showAfter(60, Sights.inProgress(7, 0));

        assertThat(printed()).hasSize(2);

        showAfter(120, Sights.inProgress(7, 1));

        assertThat(printed()).hasSize(3).last().asString().contains("in-progress", "1 tombstones");
    }

    @Test
    void changesInAQuickRowArePrintedTogether() {
        showAfter(0, Sights.inProgress(1, 0));
        showAfter(1, Sights.inProgress(2, 0));
        showAfter(4, Sights.inProgress(3, 0));
        assertThat(printed()).hasSize(2);

        showAfter(5, Sights.inProgress(4, 0));

        assertThat(printed()).hasSize(3).last().asString().contains("4 records");
    }

    private void showAfter(int seconds, StreamSight inProgress) {
        lines.show(Sights.NOON.plusSeconds(seconds), List.of(Sights.completed(), inProgress));
    }

    private List<String> printed() {
        return printed.toString(UTF_8).lines().toList();
    }
}
