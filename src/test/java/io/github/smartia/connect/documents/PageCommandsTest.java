package io.github.smartia.connect.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageCommandsTest {

    @Test
    void areTheLinesOfBlocksInShellOrInNoLanguage() {
        PageCommands page = new PageCommands("""
                ```sh
                # Why.
                export KEY=...
                bin/start.sh file
                ```

                ```
                mvn -Pquick && docker up
                ```
                """);

        assertThat(page.all()).containsExactly("export KEY=...", "bin/start.sh file", "mvn -Pquick && docker up");
    }

    @Test
    void goOnOverLinesWhereAQuoteIsOpenOrTheBreakIsEscaped() {
        PageCommands page = new PageCommands("""
                1. Send it:

                   ```sh
                   curl host --data '{"a":[
                     1]}'
                   curl -X PUT \\
                     host
                   ```
                """);

        assertThat(page.all()).containsExactly("curl host --data '{\"a\":[\n  1]}'", "curl -X PUT \\\n  host");
    }

    @Test
    void areInTextWhatBeginsAsACommandDoesAndHasAnArgument() {
        PageCommands page = new PageCommands("""
                By `mvn verify`, `bin/x.sh a`, `KAFKA_OPTS=-javaagent:x.jar` or `curl
                host`, as `.ci/run` does; see `curl`, `connect-x.sh`, `docker/Dockerfile` and `mvnw`.

                | `kcat -V` | `-Dkills=100` |
                """);

        assertThat(page.all())
                .containsExactly(
                        "mvn verify", "bin/x.sh a", "KAFKA_OPTS=-javaagent:x.jar", "curl host", ".ci/run", "kcat -V");
    }

    @Test
    void areNotInBlocksOfOtherLanguages() {
        PageCommands page = new PageCommands("""
                ```text
                mvn said so
                ```

                ```json
                {"a": "`mvn b`"}
                ```
                """);

        assertThat(page.all()).isEmpty();
    }
}
