package io.github.smartia.connect.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentedCommandTest {

    private static final String PAGE = "src/docs/privacy.md";

    @Test
    void isTheOnlyOneThatBeginsSo() {
        assertThat(DocumentedCommand.of(PAGE, "printf").text()).endsWith("| tr -d =");
        assertThatThrownBy(() -> DocumentedCommand.of(PAGE, "kcat"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kcat -b localhost:9092");
        assertThatThrownBy(() -> DocumentedCommand.of(PAGE, "wget"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wget");
    }

    @Test
    void hasAProgramAndArguments() {
        DocumentedCommand command = new DocumentedCommand("bin/start.sh --port 1 file");

        assertThat(command.program()).isEqualTo("start.sh");
        assertThat(command.arguments()).isEqualTo(List.of("--port", "1", "file"));
    }

    @Test
    void runsInAShellWithReplacements() throws InterruptedException {
        DocumentedCommand command = new DocumentedCommand("printf '%s at %s\\n' \"$WHO\" there | tr a A");

        assertThat(command.with("there", "home").run(Map.of("WHO", "Ada"))).isEqualTo("AdA At home\n");
        assertThatThrownBy(() -> command.with("here and", "home")).hasMessageContaining("here and");
    }

    @Test
    void isSkippedWhereAProgramIsMissing() {
        DocumentedCommand command = new DocumentedCommand("printf a | no-such-program -x");

        assertThatThrownBy(command::run).hasMessageContaining("no-such-program is not installed");
    }

    @Test
    void failsWithWhatItPrinted() {
        DocumentedCommand command = new DocumentedCommand("ls /no/such/directory");

        assertThatThrownBy(command::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("exited with status")
                .hasMessageContaining("/no/such/directory");
    }
}
