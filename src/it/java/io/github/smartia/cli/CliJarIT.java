package io.github.smartia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.documents.DocumentedCommand;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged tool as users start it. */
class CliJarIT {

    private static final String JAR = System.getProperty("cli.jar");
    private static final String CHECK = "java -jar smart-ia-cli-1.0.0.jar check";

    @TempDir
    private Path directory;

    @Test
    void checkEndsWith2WhereTheKeyIsWrong() {
        try (SimulatedApi api = SimulatedApi.start()) {
            assertThatThrownBy(() -> documented(CHECK, "check.json", api.url(), "wrong"))
                    .hasMessageContainingAll("exited with status 2", "names api.key");
        }
    }

    @Test
    void theDocumentedCommandsWork() throws IOException, InterruptedException {
        try (SimulatedApi api = SimulatedApi.start()) {
            api.sessions()
                    .add(SessionBuilder.completed()
                            .endedAt(Instant.parse("2026-01-05T09:00:00Z"))
                            .build());

            documented(CHECK, "check.json", api.url(), api.key());
            documented("java -jar smart-ia-cli-1.0.0.jar plan", "connector.json", api.url(), api.key());
            documented("java -jar smart-ia-cli-1.0.0.jar count", "counts.csv", api.url(), api.key());
        }
        assertThat(directory.resolve("check.json")).content().contains("\"verdict\" : \"ok\"");
        assertThat(directory.resolve("connector.json")).content().contains("connector.class");
        assertThat(directory.resolve("counts.csv")).content().contains("completed,2026-01-05,1");
    }

    private void documented(String beginning, String file, String url, String key) throws InterruptedException {
        DocumentedCommand.of("src/docs/cli.md", beginning)
                .with("smart-ia-cli-1.0.0.jar", JAR)
                .with(file, directory.resolve(file) + " --requests-per-second 5 --url " + url)
                .run(Map.of("SMART_IA_API_KEY", key));
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
