package io.github.smartia.connect.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.JmxReporter;
import org.apache.kafka.common.metrics.KafkaMetricsContext;
import org.apache.kafka.common.metrics.Metrics;

/**
 * JMX, for workers without plugin metrics. The names are the same as those of a {@link WorkerRegistry} on newer workers, so
 * that dashboards and alerts work unchanged after an upgrade.
 */
public final class JmxRegistry implements MetricRegistry {

    private static final String DOMAIN = "kafka.connect";
    private static final String GROUP = "plugins";

    private final Metrics metrics = new Metrics();
    private final Map<String, String> identity = new LinkedHashMap<>();

    /** For one task of a connector. */
    public JmxRegistry(String connector, int task) {
        identity.put("connector", connector);
        identity.put("task", String.valueOf(task));
        // Removes the built-in count of metrics, which has the same name as the worker's.
        Set.copyOf(metrics.metrics().keySet()).forEach(metrics::removeMetric);
        JmxReporter jmx = new JmxReporter();
        jmx.contextChange(new KafkaMetricsContext(DOMAIN));
        metrics.addReporter(jmx);
    }

    @Override
    public void add(String name, String description, Map<String, String> tags, DoubleSupplier value) {
        Map<String, String> all = new LinkedHashMap<>(identity);
        all.putAll(tags);
        MetricName metricName = metrics.metricName(name, GROUP, description, all);
        Gauge<Double> gauge = (config, now) -> value.getAsDouble();
        metrics.addMetric(metricName, gauge);
    }

    @Override
    public void close() {
        metrics.close();
    }
}
