package io.github.smartia.connect.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkdownPageTest {

    @Test
    void linksHaveManyForms() {
        MarkdownPage page = new MarkdownPage("""
                See [one](one.md), [`two`](dir/two.md#part "Two") and ![three](three.png).
                <img src="four.svg"> and [five][5]

                [5]: https://example.org/five
                """);

        assertThat(page.links())
                .containsExactly("one.md", "dir/two.md#part", "three.png", "four.svg", "https://example.org/five");
    }

    @Test
    void codeHoldsNoLinks() {
        MarkdownPage page = new MarkdownPage("""
                Write `[text](target)` for a link.

                   <!-- Why -->
                   ```sh
                   echo '[text](target)' # no link
                   ```
                """);

        assertThat(page.links()).isEmpty();
    }

    @Test
    void anchorsAreThoseOfGitHub() {
        MarkdownPage page = new MarkdownPage("""
                # Try it
                ## When things go wrong: `429`, 5xx
                ### [Records](records.md) of_all
                ### Try it
                ```
                # no heading
                ```
                """);

        assertThat(page.anchors())
                .containsExactly("try-it", "when-things-go-wrong-429-5xx", "records-of_all", "try-it-1");
    }

    @Test
    void blocksHaveACommentALanguageAndCommands() {
        MarkdownPage page = new MarkdownPage("""
                1. Send it:

                   <!-- Run by CurlIT -->
                   ```sh
                   # Why.
                   curl host --data '{"a":[
                     1]}'
                   curl -X PUT \\
                     host
                   ```

                ```json
                {}
                ```
                """);

        assertThat(page.blocks())
                .extracting(CodeBlock::comment, CodeBlock::language)
                .containsExactly(tuple("Run by CurlIT", "sh"), tuple("", "json"));
        assertThat(page.blocks().get(0).commands())
                .containsExactly("curl host --data '{\"a\":[\n  1]}'", "curl -X PUT \\\n  host");
    }

    @Test
    void filesFoldersAndHeadingsResolve() {
        assertThat(tree(Map.of(
                                "README.md", "[a](docs/page.md) [b](docs) [c](docs/page.md#a-part) [d](#top)\n# Top",
                                "docs/page.md", "[a](../README.md#top) [b](../code.txt) [c](https://a.org/)\n# A part",
                                "code.txt", ""))
                        .brokenLinks())
                .isEmpty();
    }

    @Test
    void brokenLinksAreListed() {
        assertThat(tree(Map.of(
                                "README.md", "[a](missing.md) [b](#nowhere) [c](http://example.org/)",
                                "docs/page.md", "[a](../../outside.md) [b](README.md) [c](../data.txt#part)",
                                "data.txt", "# Part"))
                        .brokenLinks())
                .containsExactly(
                        "README.md: missing.md",
                        "README.md: #nowhere",
                        "README.md: http://example.org/",
                        "docs/page.md: ../../outside.md",
                        "docs/page.md: README.md",
                        "docs/page.md: ../data.txt#part");
    }

    private static DocumentTree tree(Map<String, String> files) {
        return DocumentTree.of(files.keySet().stream().map(Path::of).toList(), path -> files.get(path.toString()));
    }
}
