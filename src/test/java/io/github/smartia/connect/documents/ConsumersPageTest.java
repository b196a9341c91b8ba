package io.github.smartia.connect.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page on reading the topics shows is what integration tests run. */
class ConsumersPageTest {

    private static final Path PAGE = Path.of("src", "docs", "consumers.md");
    private static final Path EXAMPLES = Path.of("src/test/java/io/github/smartia/connect/examples");

    @ParameterizedTest
    @ValueSource(strings = {"CompletedSessions.java", "SessionStates.java"})
    void showsTheExampleAsItIsRun(String file) throws IOException {
        String source = Files.readString(EXAMPLES.resolve(file));

        String shown = blockAfter("<!-- " + file + " -->");

        assertThat(source.substring(source.indexOf("import "))).isEqualTo(shown);
    }

    private static String blockAfter(String mark) throws IOException {
        return Pattern.compile(Pattern.quote(mark) + "\n```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("No block of Java behind " + mark))
                .group(1);
    }
}
