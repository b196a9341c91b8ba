package io.github.smartia.connect.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentTreeTest {

    @Test
    void everyLinkOfTheRepositoryLeadsSomewhere() throws IOException {
        DocumentTree repository = DocumentTree.ofRepository(Path.of("").toAbsolutePath());

        assertThat(repository.pages()).containsKeys(Path.of("README.md"), Path.of("src", "docs", "records.md"));
        assertThat(repository.brokenLinks()).isEmpty();
    }

    @Test
    void filesFoldersAndHeadingsAreReached() {
        DocumentTree tree = tree(Map.of(
                "README.md", "[a](docs/page.md) [b](docs) [c](docs/page.md#a-part) [d](#top)\n# Top",
                "docs/page.md", "[a](../README.md#top) [b](../src/code.txt) [c](https://example.org/)\n# A part",
                "src/code.txt", ""));

        assertThat(tree.brokenLinks()).isEmpty();
    }

    @Test
    void whatIsNotThereIsTold() {
        DocumentTree tree = tree(Map.of(
                "README.md", "[a](missing.md) [b](#nowhere) [c](http://example.org/)",
                "docs/page.md", "[a](../../outside.md) [b](README.md) [c](../README.md#part) [d](../data.txt#part)",
                "data.txt", "# Part"));

        assertThat(tree.brokenLinks())
                .containsExactlyInAnyOrder(
                        "README.md: missing.md",
                        "README.md: #nowhere",
                        "README.md: http://example.org/",
                        "docs/page.md: ../../outside.md",
                        "docs/page.md: README.md",
                        "docs/page.md: ../README.md#part",
                        "docs/page.md: ../data.txt#part");
    }

    private static DocumentTree tree(Map<String, String> files) {
        return DocumentTree.of(
                files.keySet().stream().map(Path::of).collect(Collectors.toSet()), path -> files.get(path.toString()));
    }
}
