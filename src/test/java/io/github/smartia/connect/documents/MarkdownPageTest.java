package io.github.smartia.connect.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownPageTest {

    @Test
    void knowsLinksOfEveryForm() {
        MarkdownPage page = new MarkdownPage("""
                See [one](one.md), [`two`](dir/two.md#part "Two") and ![three](three.png).
                <img src="four.svg"> and [five][5]

                [5]: https://example.org/five
                """);

        assertThat(page.links())
                .containsExactly("one.md", "dir/two.md#part", "three.png", "four.svg", "https://example.org/five");
    }

    @Test
    void takesNothingInCodeForALink() {
        MarkdownPage page = new MarkdownPage("""
                Write `[text](target)` for a link.

                ```sh
                echo '[text](target)' # no link
                ```

                   ```
                   [text](target)
                   ```
                """);

        assertThat(page.links()).isEmpty();
    }

    @Test
    void namesHeadingsAsGitHubDoes() {
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
}
