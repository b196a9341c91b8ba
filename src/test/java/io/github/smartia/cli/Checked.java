package io.github.smartia.cli;

import io.github.smartia.connect.stack.Unchecked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run of {@code check}, and its report as written. */
record Checked(CliRun run, String report) {

    static Checked of(OddApi api, String... options) {
        return of(api.url(), OddApi.KEY, Clock.systemUTC(), options);
    }

    static Checked of(String url, String key, Clock clock, String... options) {
        Path file = Unchecked.get(() -> Files.createTempFile("check", ".json"));
        String[] arguments = Stream.concat(
                        Stream.of("check", "--url", url, "--report", file.toString()), Stream.of(options))
                .toArray(String[]::new);
        CliRun run = CliRun.run(Map.of("SMART_IA_API_KEY", key), "", clock, arguments);
        String report = Unchecked.get(() -> Files.readString(file));
        Unchecked.run(() -> Files.delete(file));
        return new Checked(run, report);
    }

    List<JsonNode> findings() {
        return List.copyOf(JsonMapper.shared().readTree(report).path("findings").values());
    }

    private JsonNode finding(String id) {
        return findings().stream()
                .filter(finding -> finding.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    String verdict(String id) {
        return finding(id).path("verdict").asString();
    }

    /** What was seen, and what the connector does then. */
    String row(String id) {
        return finding(id).path("seen").asString() + " | "
                + finding(id).path("connector").asString();
    }

    /** All that anybody sees. */
    String text() {
        return run.text() + report;
    }
}
