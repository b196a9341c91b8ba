package io.github.smartia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.documents.DocumentedCommand;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged tool as users start it. */
class CliJarIT {

    private static final String JAR = System.getProperty("cli.jar");

    @TempDir
    private Path directory;

    private record Ended(int exitCode, String output) {}

    private static Ended run(String url, String key, String command, String... options)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> line = new ArrayList<>(List.of(java, "-jar", JAR, command, "--url", url));
        line.addAll(List.of("--requests-per-second", "5"));
        line.addAll(List.of(options));
        ProcessBuilder program = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
        program.environment().put("SMART_IA_API_KEY", key);
        Process process = program.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    @Test
    void checkEndsWith0WhereAllIsAsExpected() throws IOException, InterruptedException {
        try (SimulatedApi api = SimulatedApi.start()) {
            api.sessions().addAll(School.SESSIONS);
            Ended check = run(api.url(), api.key(), "check");

            assertThat(check.exitCode()).as(check.output()).isZero();
            assertThat(check.output()).contains("Sessions are sorted by their");
        }
    }

    @Test
    void checkEndsWith1AgainstAnOddApi() throws IOException, InterruptedException {
        try (OddApi api = OddApi.start()) {
            api.completed = request -> School.COMPLETED;
            api.longestPage = 37;
            Ended check = run(api.url(), OddApi.KEY, "check");

            assertThat(check.exitCode()).as(check.output()).isEqualTo(1);
            assertThat(check.output()).contains("37 sessions where 100 were");
        }
    }

    @Test
    void checkEndsWith2WhereTheKeyIsWrong() throws IOException, InterruptedException {
        try (SimulatedApi api = SimulatedApi.start()) {
            Ended check = run(api.url(), "wrong", "check");

            assertThat(check.exitCode()).as(check.output()).isEqualTo(2);
            assertThat(check.output()).contains("names api.key");
        }
    }

    @Test
    void theDocumentedCommandsWork() throws IOException, InterruptedException {
        try (SimulatedApi api = SimulatedApi.start()) {
            api.sessions()
                    .add(SessionBuilder.completed()
                            .endedAt(Instant.parse("2026-01-05T09:00:00Z"))
                            .build());

            documented("java -jar smart-ia-cli-1.0.0.jar check", "check.json", api);
            documented("java -jar smart-ia-cli-1.0.0.jar plan", "connector.json", api);
            documented("java -jar smart-ia-cli-1.0.0.jar count", "counts.csv", api);
        }
        assertThat(directory.resolve("check.json")).content().contains("\"verdict\" : \"ok\"");
        assertThat(directory.resolve("connector.json")).content().contains("connector.class");
        assertThat(directory.resolve("counts.csv")).content().contains("completed,2026-01-05,1");
    }

    private void documented(String beginning, String file, SimulatedApi api) throws InterruptedException {
        DocumentedCommand.of("src/docs/cli.md", beginning)
                .with("smart-ia-cli-1.0.0.jar", JAR)
                .with(file, directory.resolve(file) + " --requests-per-second 5 --url " + api.url())
                .run(Map.of("SMART_IA_API_KEY", api.key()));
    }

    @Test
    void theJarHoldsTheToolAndItsLibrariesAlone() throws IOException {
        try (ZipFile jar = new ZipFile(new File(JAR))) {
            List<String> classes = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .toList();

            assertThat(classes)
                    .anyMatch(name -> name.startsWith("io/github/smartia/cli/"))
                    .anyMatch(name -> name.startsWith("picocli/"))
                    .allMatch(name ->
                            name.matches("(io/github/smartia/cli|picocli|tools/jackson|com/fasterxml/jackson)/.*"));
            assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
            assertThat(jar.getEntry("META-INF/NOTICE")).isNotNull();
        }
    }
}
