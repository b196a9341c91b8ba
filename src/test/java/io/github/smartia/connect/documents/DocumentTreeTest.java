package io.github.smartia.connect.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentTreeTest {

    @Test
    void filesFoldersAndHeadingsResolve() {
        assertThat(brokenLinks(
                        "[a](docs/page.md) [b](docs) [c](docs/page.md#a-part) [d](#top)\n# Top",
                        "[a](../README.md#top) [b](../data.txt) [c](https://example.org/)\n# A part"))
                .isEmpty();
    }

    @Test
    void brokenLinksAreListed() {
        assertThat(brokenLinks(
                        "[a](missing.md) [b](#nowhere) [c](http://example.org/)",
                        "[a](../../outside.md) [b](README.md) [c](../data.txt#part)"))
                .containsExactlyInAnyOrder(
                        "README.md: missing.md",
                        "README.md: #nowhere",
                        "README.md: http://example.org/",
                        "docs/page.md: ../../outside.md",
                        "docs/page.md: README.md",
                        "docs/page.md: ../data.txt#part");
    }

    private static List<String> brokenLinks(String readme, String page) {
        Map<Path, String> files =
                Map.of(Path.of("README.md"), readme, Path.of("docs/page.md"), page, Path.of("data.txt"), "# Part");
        return DocumentTree.of(files.keySet(), files::get).brokenLinks();
    }
}
