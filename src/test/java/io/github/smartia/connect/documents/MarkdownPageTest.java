package io.github.smartia.connect.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownPageTest {

    private static final MarkdownPage PAGE = new MarkdownPage("""
            # Try it: `429`, 5xx
            See [one](one.md), [`two`](dir/two.md#part "Two") and ![three](three.png), not `[text](target)`.

            1. Send it:

               <!-- Run by CurlIT -->
               ```sh
               # [no](link)
               curl host --data '{"a":[
                 1]}'
               curl -X PUT \\
                 host
               ```

            ```json
            {}
            ```
            """);

    @Test
    void linksAreThoseOutsideCode() {
        assertThat(PAGE.links()).containsExactlyInAnyOrder("one.md", "dir/two.md#part", "three.png");
    }

    @Test
    void anchorsAreThoseOfGitHub() {
        assertThat(PAGE.anchors()).containsExactly("try-it-429-5xx");
    }

    @Test
    void blocksHaveACommentALanguageAndCommands() {
        List<CodeBlock> blocks = PAGE.blocks();

        assertThat(blocks).extracting(CodeBlock::comment).containsExactly("Run by CurlIT", "");
        assertThat(blocks).extracting(CodeBlock::language).containsExactly("sh", "json");
        assertThat(blocks.get(0).commands())
                .containsExactly("curl host --data '{\"a\":[\n  1]}'", "curl -X PUT \\\n  host");
    }
}
