package io.github.smartia.connect.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentedCommandTest {

    @Test
    void isTheOneOfThePageThatBeginsSo() {
        assertThat(DocumentedCommand.of("README.md", "curl -X PATCH").text())
                .startsWith("curl -X PATCH -H ")
                .endsWith("}]}'");
        assertThatThrownBy(() -> DocumentedCommand.of("README.md", "curl"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("curl -X PATCH");
        assertThatThrownBy(() -> DocumentedCommand.of("README.md", "wget"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wget");
    }

    @Test
    void namesItsProgramAndArguments() {
        DocumentedCommand command = new DocumentedCommand("bin/start.sh --port 1 file");

        assertThat(command.program()).isEqualTo("start.sh");
        assertThat(command.arguments()).isEqualTo(List.of("--port", "1", "file"));
    }

    @Test
    void runsInAShellWithWhatDiffersHere() throws InterruptedException {
        DocumentedCommand command = new DocumentedCommand("printf '%s at %s\\n' \"$WHO\" there | tr a A");

        assertThat(command.with("there", "home").run(Map.of("WHO", "Ada"))).isEqualTo("AdA At home\n");
    }

    @Test
    void isSkippedWhereAProgramOfItIsNotInstalled() {
        DocumentedCommand command = new DocumentedCommand("printf a | no-such-program -x");

        assertThatThrownBy(command::run).hasMessageContaining("no-such-program is not installed");
    }

    @Test
    void replacesNothingThatIsNotShown() {
        DocumentedCommand command = new DocumentedCommand("curl http://localhost:8083/");

        assertThatThrownBy(() -> command.with("localhost:8082", "there"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("localhost:8082");
    }

    @Test
    void tellsWhatAFailedCommandPrinted() {
        DocumentedCommand command = new DocumentedCommand("ls /no/such/directory");

        assertThatThrownBy(command::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ended with status")
                .hasMessageContaining("/no/such/directory");
    }
}
