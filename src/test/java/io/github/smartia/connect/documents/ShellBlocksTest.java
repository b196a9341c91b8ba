package io.github.smartia.connect.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShellBlocksTest {

    private static final Map<String, String> RUNNERS = Map.of(
            ".ci/commands", "run \"mvn clean\"",
            "CurlIT", "DocumentedCommand.of(\"src/docs/a.md\", \"curl -X PUT\")");

    @Test
    void aBlockWithoutACommentIsAProblem() {
        assertThat(problems("```sh\nls\n```\n")).singleElement().asString().startsWith("src/docs/a.md: no comment");
        assertThat(problems("```\nls\n```\n")).hasSize(1);
        assertThat(problems("```text\nls\n```\n")).isEmpty();
    }

    @Test
    void aReasonIsEnough() {
        assertThat(problems("<!-- Not run: nobody can -->\n```sh\nls\n```\n")).isEmpty();
    }

    @Test
    void aScriptHoldsTheCommandItRuns() {
        assertThat(problems("<!-- Run by .ci/commands -->\n```sh\nmvn clean\n```\n"))
                .isEmpty();
        assertThat(problems("<!-- Run by .ci/commands -->\n```sh\nmvn clean\nmvn site\n```\n"))
                .containsExactly("src/docs/a.md: not Run by .ci/commands: mvn site");
    }

    @Test
    void aTestHoldsThePageAndTheProgram() {
        assertThat(problems("<!-- Run by CurlIT -->\n```sh\nexport A=1\ncurl -X PUT host\n```\n"))
                .isEmpty();
        assertThat(problems("<!-- Run by CurlIT -->\n```sh\nwget host\n```\n")).hasSize(1);
        assertThat(problems("<!-- Run by GoneIT -->\n```sh\ncurl host\n```\n")).hasSize(1);
        assertThat(problems("<!-- Run by CurlIT, .ci/commands -->\n```sh\ncurl host\nmvn clean\n```\n"))
                .isEmpty();
    }

    private static List<String> problems(String page) {
        return new ShellBlocks(Path.of("src/docs/a.md"), new MarkdownPage(page), name -> RUNNERS.getOrDefault(name, ""))
                .problems();
    }
}
