package io.github.smartia.connect.metrics;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The metrics as a Markdown table. */
final class MetricReference {

    private MetricReference() {}

    static String table() {
        return "\n| Name in JMX | Name in Prometheus | Unit in JMX | Meaning |\n| --- | --- | --- | --- |\n"
                + Arrays.stream(Metric.values()).map(MetricReference::row).collect(Collectors.joining())
                + "\n";
    }

    private static String row(Metric metric) {
        return "| `%s` | `%s` | %s | %s |\n"
                .formatted(metric.metricName(), prometheusName(metric), metric.unit(), metric.description());
    }

    /** As the exporter's rules make it. */
    static String prometheusName(Metric metric) {
        return "smart_ia_"
                + metric.metricName().replaceFirst("-ms$", "-seconds").replace('-', '_');
    }
}
