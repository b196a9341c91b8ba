package io.github.smartia.connect.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.documents.DocumentedCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the operations page, the alerts and the dashboard consistent with each other and with the metrics. */
class OperationsPageTest {

    private static final Path PAGE = Path.of("src", "docs", "operations.md");
    private static final Path FILES = Path.of("config", "monitoring");

    private static final Pattern LOGGED =
            Pattern.compile("\\blog\\.(?:warn|error)\\(\\s*\"((?:[^\"]|\"\\s*\\+\\s*\")*)\"", Pattern.CASE_INSENSITIVE);

    private static final Set<String> NAMES = Arrays.stream(Metric.values())
            .map(MetricsReferenceTest::prometheusName)
            .collect(Collectors.toSet());

    @Test
    void eachAlertIsTestedAndLeadsToItsSectionOfThePage() throws IOException {
        String yaml = Files.readString(FILES.resolve("alerts.yaml"));
        Set<String> alerts = found("(?<=- alert: )\\w+", yaml);

        assertThat(alerts).isNotEmpty().isEqualTo(found("(?<=\n### )SmartIa\\w+", Files.readString(PAGE)));
        assertThat(found("(?<=alertname: )\\w+", Files.readString(FILES.resolve("alerts-test.yaml"))))
                .isEqualTo(alerts);
        assertThat(found("(?<= runbook_url: )\\S+", withoutComments(yaml)))
                .isEqualTo(alerts.stream()
                        .map(alert -> "operations.md#" + alert.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    @Test
    void theDashboardShowsEachMetricAndNoOther() throws IOException {
        Set<String> shown = found("smart_ia_\\w+", Files.readString(FILES.resolve("dashboard.json")));

        assertThat(shown).contains("smart_ia_connector");
        shown.remove("smart_ia_connector");
        assertThat(shown).isEqualTo(NAMES);
    }

    @Test
    void theAddressOfThePageComesInFrontOfEachLink(@TempDir Path directory) throws Exception {
        Path copy = Files.copy(FILES.resolve("alerts.yaml"), directory.resolve("alerts.yaml"));

        DocumentedCommand.of("src/docs/operations.md", "sed -i 's|runbook_url: |&https://wiki.example/smart-ia/|'")
                .with("alerts.yaml", copy)
                .run();

        assertThat(found("(?<= runbook_url: )\\S+", withoutComments(Files.readString(copy))))
                .hasSizeGreaterThan(5)
                .allMatch(address -> address.startsWith("https://wiki.example/smart-ia/operations.md#smartia"));
    }

    @Test
    void theDashboardShowsOneConnectorAtATime() throws IOException {
        JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(FILES.resolve("dashboard.json")));

        assertThat(dashboard.at("/templating/list").valueStream())
                .filteredOn(variable -> variable.path("name").asString().equals("connector"))
                .singleElement()
                .matches(variable -> !variable.path("multi").asBoolean());
        assertThat(dashboard.findValuesAsString("expr"))
                .hasSizeGreaterThan(30)
                .allMatch(query -> query.contains("connector=\"$connector\""));
    }

    @Test
    void eachWarningAndErrorIsOnThePage() throws IOException {
        String page = Files.readString(PAGE);
        List<String> messages = messages();

        assertThat(messages)
                .hasSizeGreaterThan(5)
                .filteredOn(message -> !words(message).isEmpty())
                .allSatisfy(message -> assertThat(words(message)).as(message).anyMatch(page::contains));
    }

    /** What the sources log as a warning or an error. */
    private static List<String> messages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            List<String> messages = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                LOGGED.matcher(Files.readString(file)).results().forEach(call -> messages.add(call.group(1)));
            }
            return messages;
        }
    }

    /** The beginnings of what stands between the gaps of a message. */
    private static List<String> words(String literals) {
        String message = literals.replaceAll("\"\\s*\\+\\s*\"", "");
        return Arrays.stream(message.split("\\{}"))
                .map(piece -> piece.replaceFirst("^[^A-Za-z]+", ""))
                .filter(piece -> piece.length() > 15)
                .map(piece -> piece.substring(0, Math.min(40, piece.length())).strip())
                .toList();
    }

    private static String withoutComments(String yaml) {
        return yaml.replaceAll("(?m)^ *#.*$", "");
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
