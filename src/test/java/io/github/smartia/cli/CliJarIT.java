package io.github.smartia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The packaged tool as users start it. */
class CliJarIT {

    private static final String JAR = System.getProperty("cli.jar");

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
            assertThat(check.output()).contains("Sessions come sorted by their date");
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
    void countAndPlanWorkToo() throws IOException, InterruptedException {
        try (SimulatedApi api = SimulatedApi.start()) {
            api.sessions()
                    .add(SessionBuilder.completed()
                            .endedAt(Instant.parse("2026-01-05T09:00:00Z"))
                            .build());

            assertThat(run(api.url(), api.key(), "count").output()).contains("completed,2026-01-05,1");
            assertThat(run(api.url(), api.key(), "plan").output()).contains("\"connector.class\"");
        }
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
