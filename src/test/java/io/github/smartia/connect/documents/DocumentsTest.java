package io.github.smartia.connect.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.documents.MarkdownPage.CodeBlock;
import io.github.smartia.connect.stack.Unchecked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Markdown pages of the repository. */
class DocumentsTest {

    private static final Path CONSUMERS = Path.of("src", "docs", "consumers.md");

    private static DocumentTree repository;

    @BeforeAll
    static void read() throws IOException {
        repository = DocumentTree.ofRepository();
        assertThat(repository.pages()).containsKeys(Path.of("README.md"), CONSUMERS);
    }

    @Test
    void linksResolve() {
        assertThat(repository.brokenLinks()).isEmpty();
    }

    @Test
    void shellBlocksAreRunOrHaveAReason() {
        assertThat(repository.pages().entrySet().stream()
                        .flatMap(page -> page.getValue().blocks().stream()
                                .flatMap(block -> block.problems(page.getKey(), DocumentsTest::runner))))
                .isEmpty();
    }

    /** Or the tests above could not fail. */
    @Test
    void problemsOfAPageAreFound() throws IOException {
        Path path = Path.of("page.md");
        String text = Files.readString(Path.of("src/test/resources/io/github/smartia/connect/documents/page.txt"));

        assertThat(DocumentTree.of(List.of(path), page -> text).brokenLinks())
                .containsExactlyInAnyOrder("page.md: missing.md", "page.md: #nowhere", "page.md: http://example.org/");
        assertThat(new MarkdownPage(text)
                        .blocks().stream().flatMap(block -> block.problems(path, name -> "runs page.md by curl")))
                .containsExactly("page.md: no comment says what runs ls\n", "page.md: not Run by CurlIT: wget host");
    }

    @Test
    void jsonBlocksParse() {
        assertThat(blocks("json")).hasSizeGreaterThan(2).allSatisfy(json -> {
            String object = json.startsWith("{") ? json : "{" + json + "}";
            assertThatCode(() -> JsonMapper.shared().readTree(object)).as(json).doesNotThrowAnyException();
        });
    }

    @Test
    void theMinimalConfigIsComplete() {
        JsonNode config =
                JsonMapper.shared().readTree(readme("\"connector.class\"")).path("config");
        Map<String, String> settings = new HashMap<>();
        config.forEachEntry((name, value) -> settings.put(name, value.asString()));
        settings.put("api.key", "a-key");

        assertThatCode(() -> new SmartIaSourceConfig(settings)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CompletedSessions.java", "SessionStates.java"})
    void javaExamplesAreThoseThatTestsRun(String file) {
        String source = text(file);

        assertThat(repository.pages().get(CONSUMERS).blocks())
                .filteredOn(block -> block.comment().equals(file))
                .extracting(CodeBlock::text)
                .containsExactly(source.substring(source.indexOf("import ")));
    }

    private static String readme(String words) {
        return repository.pages().get(Path.of("README.md")).blocks().stream()
                .map(CodeBlock::text)
                .filter(text -> text.contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> blocks(String language) {
        return repository.pages().values().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().equals(language))
                .map(CodeBlock::text)
                .toList();
    }

    private static String runner(String name) {
        return text(name.startsWith(".ci/") ? name : name + ".java");
    }

    /** Of the file whose path ends so, wherever the sources of tests lie. */
    private static String text(String end) {
        Stream<Path> files = repository.paths().stream().filter(path -> path.endsWith(end));
        return files.findFirst()
                .map(file -> Unchecked.get(() -> Files.readString(file)))
                .orElse("");
    }
}
