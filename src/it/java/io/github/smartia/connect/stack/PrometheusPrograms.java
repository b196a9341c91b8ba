package io.github.smartia.connect.stack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prometheus on this machine: a directory with its programs. */
public record PrometheusPrograms(Path directory) {

    /**
     * Where the system property {@code prometheus.programs} says, or else on the path of this process; empty where it is
     * neither said nor found.
     *
     * @throws IllegalStateException if it is not where it is said to be
     */
    public static Optional<PrometheusPrograms> find() {
        String said = System.getProperty("prometheus.programs", "");
        if (said.isEmpty()) {
            return NativeProgram.onPath("promtool")
                    .map(promtool -> new PrometheusPrograms(promtool.getParent()))
                    .filter(PrometheusPrograms::areThere);
        }
        PrometheusPrograms programs = new PrometheusPrograms(Path.of(said).toAbsolutePath());
        if (!programs.areThere()) {
            throw new IllegalStateException("There are no prometheus and promtool in " + programs.directory);
        }
        return Optional.of(programs);
    }

    Path prometheus() {
        return directory.resolve("prometheus");
    }

    /** What {@code promtool} printed, whatever it thinks of its arguments; the last line is its exit status. */
    public String promtool(List<String> arguments, Path file) throws InterruptedException {
        return Unchecked.get(() -> {
            List<String> promtool = new ArrayList<>(arguments);
            promtool.add(0, directory.resolve("promtool").toString());
            promtool.add(file.toString());
            Process process =
                    new ProcessBuilder(promtool).redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return printed.strip() + "\nexit status " + process.waitFor();
        });
    }

    private boolean areThere() {
        return Files.isExecutable(prometheus()) && Files.isExecutable(directory.resolve("promtool"));
    }
}
