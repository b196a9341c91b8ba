package io.github.smartia.connect.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;

/** The worker's metrics of plugins, from Kafka 4.1, which all of its reporters publish. */
public final class WorkerRegistry implements MetricRegistry {

    private final PluginMetrics metrics;
    private final List<MetricName> names = new ArrayList<>();

    /** @param metrics those of the task, with tags for connector and task */
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

    /** The worker removes them too, perhaps earlier: a task that it has abandoned may end after that. */
    @Override
    public synchronized void close() {
        try {
            names.forEach(metrics::removeMetric);
        } catch (IllegalStateException closedByTheWorker) {
            // They are removed already.
        } finally {
            names.clear();
        }
    }
}
