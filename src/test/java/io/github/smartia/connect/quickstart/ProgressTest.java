package io.github.smartia.connect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.quickstart.database.SessionTable.Extent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Optional<Instant> BEFORE_NOON = Optional.of(NOON.minusSeconds(2));
    private static final StreamSight COMPLETED =
            new StreamSight("completed", "done", 5_012, 0, new Extent(5_010, BEFORE_NOON), BEFORE_NOON);

    private final ProgressMeter meter = new ProgressMeter();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void ratesAreThoseOfTheLastSeconds() {
        measure(0, 1_000, 10);
        for (int second = 1; second <= 10; second++) {
            measure(second, 5_000 + 100 * second, 1_000 + 5 * second);
        }
        Progress progress = measure(11, 5_000 + 100 * 11, 1_000 + 5 * 11);
        assertThat(progress).isEqualTo(new Progress(100, Optional.of(5.0), Optional.of(3_900L)));
        assertThat(progress.timeLeft()).contains(Duration.ofSeconds(39));
    }

    @Test
    void anApiElsewhereGivesOnlyTheRate() {
        meter.measure(NOON, List.of(opened(0)), Optional.empty());
        assertThat(meter.measure(NOON.plusSeconds(2), List.of(opened(10)), Optional.empty()))
                .isEqualTo(new Progress(5, Optional.empty(), Optional.empty()));
    }

    @Test
    void eachStreamHasAColumnBelowTheProgress() throws IOException {
        Path table = Path.of("src/test/resources/io/github/smartia/connect/quickstart/progress.txt");
        assertThat(String.join("\n", ProgressTable.render(snapshot(0, opened(0)))))
                .isEqualTo(Files.readString(table));
    }

    @Test
    void aTerminalIsDrawnOverFromItsUpperLeftCorner() {
        ProgressTable table = table(true);
        table.show(snapshot(0, opened(0)));
        assertThat(printed()).startsWith("\033[?1049h\033[?7l\033[Hstate");
        table.show(snapshot(1, opened(0)));
        assertThat(printed())
                .startsWith("\033[?7l\033[Hstate")
                .endsWith("Ctrl-C stops everything.\033[K\033[J\033[?7h");
        table.end();
        table.show(snapshot(2, opened(0)));
        assertThat(printed()).startsWith("\033[?1049lstate").endsWith("\n\n");
    }

    @Test
    void elsewhereAChangedTableIsPrintedEveryFiveSeconds() {
        ProgressTable table = table(false);
        table.show(snapshot(0, opened(1)));
        assertThat(printed()).startsWith("state");
        table.show(snapshot(4, opened(2)));
        table.show(snapshot(60, opened(1)));
        assertThat(printed()).isEmpty();
        table.show(snapshot(60, opened(2)));
        assertThat(printed()).contains("records         5,012                          2\n");
    }

    @Test
    void aFailureEndsWithItsReason(@TempDir Path directory) throws IOException {
        Ending ending = new Ending(new PrintStream(printed, true, StandardCharsets.UTF_8));
        ending.fail(new IllegalStateException("The key is wrong.\nline 1\nline 2"), directory.resolve("reason"));
        ending.end();
        assertThat(printed()).isEqualTo("line 1\nline 2\n\nThe quickstart failed. The key is wrong.\n");
        assertThat(directory.resolve("reason")).hasContent("The quickstart failed. The key is wrong.");
    }

    private ProgressTable table(boolean redraws) {
        return new ProgressTable(new PrintStream(printed, true, StandardCharsets.UTF_8), redraws, List.of());
    }

    private String printed() {
        String text = printed.toString(StandardCharsets.UTF_8);
        printed.reset();
        return text;
    }

    private static Snapshot snapshot(int seconds, StreamSight inProgress) {
        Progress progress = new Progress(500, Optional.of(5.04), Optional.of(6_000L));
        return new Snapshot(NOON.plusSeconds(seconds), "RUNNING", List.of(COMPLETED, inProgress), progress);
    }

    private static StreamSight opened(long records) {
        return new StreamSight(
                "in-progress", "open", records, 0, new Extent(records, Optional.empty()), Optional.empty());
    }

    /** Of an API that holds 10,000 sessions. */
    private Progress measure(int second, long records, long requests) {
        ProgressMeter.Api api = new ProgressMeter.Api(10_000, requests);
        return meter.measure(NOON.plusSeconds(second), List.of(opened(records)), Optional.of(api));
    }
}
