package io.github.smartia.connect.metrics;

import io.github.smartia.connect.record.CommittedText;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the table of metrics on the operations page up to date; {@code -Ddocs.write=true} rewrites it. */
class MetricsReferenceTest {

    @Test
    void thePageShowsTheMetricsThatThereAre() throws IOException {
        String head = "\n| Name in JMX | Name in Prometheus | Unit in JMX | Meaning |\n| --- | --- | --- | --- |\n";
        String rows =
                Arrays.stream(Metric.values()).map(MetricsReferenceTest::row).collect(Collectors.joining());

        CommittedText.page("operations.md").assertHolds("metrics", head + rows + "\n");
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
