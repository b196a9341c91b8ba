package io.github.smartia.connect.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndingTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, UTF_8);
    private final Ending ending = new Ending(out);
    private final Display display = new LiveTable(out, List.of());

    private Path reason;

    @BeforeEach
    void expect(@TempDir Path directory) {
        reason = directory.resolve("reason");
        ending.expect(display, List.of("advice"));
        display.show(Sights.snapshot());
        printed.reset();
    }

    @Test
    void adviceStandsBehindTheLastTable() {
        ending.end();

        assertThat(printed.toString(UTF_8)).startsWith("\033[?1049lstate").endsWith("\n\nadvice\n");
    }

    @Test
    void theReasonOfAFailureStandsLast() {
        ending.fail(new QuickstartException("All of it.", "an end\nof a log"), reason);

        assertThat(printed.toString(UTF_8)).endsWith("\nan end\nof a log\n\nThe quickstart failed. All of it.\n");
        assertThat(reason).hasContent("The quickstart failed. All of it.");
    }

    @Test
    void onlyTheFirstLineOfAnErrorIsTheReason() {
        ending.fail(new IllegalStateException("It failed.\n  at a line\n  at another"), reason);

        assertThat(printed.toString(UTF_8))
                .endsWith("  at a line\n  at another\n\nThe quickstart failed. It failed.\n");
    }

    @Test
    void anErrorWithoutAMessageIsNamed() {
        ending.fail(new IllegalStateException(), reason);

        assertThat(reason).hasContent("The quickstart failed. java.lang.IllegalStateException");
    }

    @Test
    void afterAFailureThereIsNoAdvice() {
        ending.fail(new QuickstartException("All of it."), reason);
        printed.reset();
        ending.end();

        assertThat(printed.toString(UTF_8)).isEmpty();
    }

    @Test
    void whatFailsAfterCtrlCIsNotShown() {
        ending.end();
        printed.reset();
        ending.fail(new QuickstartException("All of it."), reason);

        assertThat(printed.toString(UTF_8)).isEmpty();
        assertThat(reason).doesNotExist();
    }
}
