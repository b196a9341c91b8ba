package io.github.smartia.connect.stack;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The agent that shows what a worker has in JMX to Prometheus.
 *
 * @param rules which metrics it shows, by which names
 */
public record JmxExporter(int port, Path jar, Path rules) {

    /** That of the build, on a port of its own, with the rules for users. */
    public static JmxExporter ofTheBuild() {
        Path rules = Path.of("config", "monitoring", "jmx-exporter.yaml");
        return new JmxExporter(FreePorts.next(), Path.of(System.getProperty("stack.exporter")), rules);
    }

    public String option() {
        return "-javaagent:" + jar + "=127.0.0.1:" + port + ":" + rules.toAbsolutePath();
    }

    /** The names of the metrics that it shows now and that begin with {@code prefix}. */
    public Set<String> names(String prefix) {
        return lines().filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(0, line.indexOf('{')))
                .collect(Collectors.toSet());
    }

    private Stream<String> lines() {
        return JsonHttp.onPort(port).send("GET", "/metrics").body().lines();
    }
}
