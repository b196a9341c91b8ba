package io.github.smartia.connect.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveTableTest {

    private static final List<StreamSight> STREAMS = List.of(Sights.completed(), Sights.inProgress());

    @Test
    void givesEachStreamAColumn() {
        assertThat(LiveTable.render(Sights.NOON, STREAMS))
                .containsExactly(
                        "                completed                             in-progress",
                        "topic           done                                  open",
                        "records         5,012                                 0",
                        "tombstones      0                                     0",
                        "newest session  9a1b                                  -",
                        "its date        2026-11-21T11:59:58Z                  -",
                        "position        2026-11-21T11:59:58Z                  -",
                        "lag             2.0 s                                 -");
    }

    @Test
    void drawsOverWhatItDrewBefore() {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        LiveTable table = new LiveTable(new PrintStream(drawn, true, UTF_8));

        table.show(Sights.NOON, STREAMS);
        assertThat(drawn.toString(UTF_8)).doesNotContain("\033[8A");
        drawn.reset();
        table.show(Sights.NOON, STREAMS);

        assertThat(drawn.toString(UTF_8))
                .contains("\033[8A")
                .contains("\033[2Krecords         5,012")
                .hasLineCount(9);
    }

    @Test
    void letsTheTerminalWrapAgainAfterwards() {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();

        new LiveTable(new PrintStream(drawn, true, UTF_8)).show(Sights.NOON, STREAMS);

        assertThat(drawn.toString(UTF_8)).startsWith("\033[?7l").endsWith("\n\033[?7h");
    }
}
