package io.github.smartia.connect.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each command of the documents is run by a test or by CI, or {@code commands.txt} says why it is not. */
class CommandsTest {

    private static final String FIRST = "mvn -B verify -Dfast\n.ci/other || status=1\n";
    private static final String TEST = "DocumentedCommand.of(\"README.md\", \"curl -X PUT\").run();";

    @Test
    void everyCommandOfTheDocumentsIsAccountedFor() throws IOException {
        assertThat(documented()).hasSizeGreaterThan(40);
        assertThat(account().problems(documented(), CiRuns.ofTheRepository())).isEmpty();
    }

    @Test
    void whatRunsCommandsIsMissedWhenItIsGone() throws IOException {
        CiRuns ci = CiRuns.ofTheRepository();
        Set<String> commands = documented();
        Set<String> runners = account().statements().values().stream()
                .flatMap(List::stream)
                .filter(statement -> statement.contains("run by "))
                .map(statement -> statement.replaceFirst(".*run by ([^:]+).*", "$1"))
                .collect(Collectors.toSet());

        assertThat(runners).contains(".ci/run", "ConfigFilesIT").allSatisfy(gone -> {
            CiRuns others = new CiRuns(without(gone, ci.scripts()), without(gone, ci.tests()));
            assertThat(account().problems(commands, others)).isNotEmpty();
        });
    }

    @Test
    void aCommandThatNothingIsSaidOfIsTold() {
        assertThat(problems("", "mvn test")).containsExactly("mvn test: nothing is said of it");
        assertThat(problems("mvn test\n", "mvn test"))
                .containsExactly("mvn test: neither run as it is, nor a reason why not");
        assertThat(problems("mvn test\n  since it is long\n", "mvn test")).isEmpty();
    }

    @Test
    void aCommandThatNoDocumentShowsAnyMoreIsTold() {
        assertThat(problems("mvn test\n  since it is long\n")).containsExactly("mvn test: no document shows it");
    }

    @Test
    void aTestRunsTheCommandThatItTakesFromItsPage() {
        String account = "curl -X PUT host\n  run by CurlIT\n";

        assertThat(problems(account, ci(FIRST, TEST), "curl -X PUT host")).isEmpty();
        assertThat(problems(account, ci(FIRST, "// " + TEST), "curl -X PUT host"))
                .isNotEmpty();
        assertThat(problems(account, ci(FIRST, "@Disabled " + TEST), "curl -X PUT host"))
                .isNotEmpty();
        assertThat(problems(account, ci(FIRST, TEST.replace("PUT", "POST")), "curl -X PUT host"))
                .isNotEmpty();
        assertThat(problems(account, ci("mvn -B verify -Dit.test=OtherIT", TEST), "curl -X PUT host"))
                .isNotEmpty();
    }

    @Test
    void aTestThatLeavesOpenWhichCommandItTakesRunsNone() {
        String account = "curl -X PUT host\n  run by CurlIT\ncurl -X PUT other\n  run by CurlIT\n";

        assertThat(problems(account, ci(FIRST, TEST), "curl -X PUT host", "curl -X PUT other"))
                .hasSize(2);
    }

    @Test
    void aScriptRunsTheCommandOfItsLineAndNoShorterOne() {
        assertThat(problems("mvn clean\n  run by .ci/other: run \"mvn clean\"\n", "mvn clean"))
                .isEmpty();
        assertThat(problems("mvn test\n  run by .ci/other: run \"mvn test -Dtest=A\"\n", "mvn test"))
                .isNotEmpty();
        assertThat(problems("mvn site\n  run by .ci/other: mvn site\n", "mvn site"))
                .isNotEmpty();
        assertThat(problems("mvn run\n  run by .ci/stray: mvn run\n", "mvn run"))
                .isNotEmpty();
    }

    @Test
    void whatRunsACommandInOtherWordsNeedsAReasonToo() {
        String account = "mvn test\n  as good as run by .ci/other: mvn test -Dtest=A\n";

        assertThat(problems(account, "mvn test")).isNotEmpty();
        assertThat(problems(account + "  since A is all there is\n", "mvn test"))
                .isEmpty();
        assertThat(problems(account.replace("=A", "=B") + "  since B is all there is\n", "mvn test"))
                .isNotEmpty();
    }

    private static List<String> problems(String account, String... commands) {
        return problems(account, ci(FIRST, TEST), commands);
    }

    private static List<String> problems(String account, CiRuns ci, String... commands) {
        return CommandAccount.of(account).problems(Set.of(commands), ci);
    }

    private static CiRuns ci(String run, String test) {
        String other = "# mvn site\necho \"mvn site\"\nrun \"mvn clean\"\nrun \"mvn test -Dtest=A\"\n";
        return new CiRuns(Map.of(".ci/run", run, ".ci/other", other, ".ci/stray", "mvn run"), Map.of("CurlIT", test));
    }

    private static Set<String> documented() throws IOException {
        return DocumentTree.ofRepository(Path.of("").toAbsolutePath()).pages().values().stream()
                .flatMap(page -> new PageCommands(page.text()).all().stream())
                .map(command -> command.replaceAll("\\s+", " "))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static CommandAccount account() throws IOException {
        try (InputStream text = CommandsTest.class.getResourceAsStream("commands.txt")) {
            return CommandAccount.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Map<String, String> without(String name, Map<String, String> all) {
        Map<String, String> others = new HashMap<>(all);
        others.remove(name);
        return others;
    }
}
