package io.github.smartia.connect.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;

/** A worker's own place for the metrics of plugins, from Kafka 4.1 on: whatever reporters it has show them. */
public final class WorkerRegistry implements MetricRegistry {

    private final PluginMetrics metrics;
    private final List<MetricName> names = new ArrayList<>();

    /** @param metrics those of the task, which has tags for connector and task */
    public WorkerRegistry(PluginMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public synchronized void add(String name, String description, Map<String, String> tags, DoubleSupplier value) {
        MetricName metricName = metrics.metricName(name, description, new LinkedHashMap<>(tags));
        Gauge<Double> gauge = (config, now) -> value.getAsDouble();
        metrics.addMetric(metricName, gauge);
        names.add(metricName);
    }

    /** The worker does the same a little later; a task that it has given up may end after that. */
    @Override
    public synchronized void close() {
        try {
            names.forEach(metrics::removeMetric);
        } catch (IllegalStateException closedByTheWorker) {
            // Then they are gone.
        } finally {
            names.clear();
        }
    }
}
