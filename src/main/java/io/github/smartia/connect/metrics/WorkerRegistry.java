package io.github.smartia.connect.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;

/** The worker's registry for plugin metrics, from Kafka 4.1 on. All reporters of the worker publish its metrics. */
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

    /**
     * Removes the metrics. The worker removes them too, and may do so first: a task that the worker has abandoned may end
     * later.
     */
    @Override
    public synchronized void close() {
        try {
            names.forEach(metrics::removeMetric);
        } catch (IllegalStateException closedByTheWorker) {
            // The worker has already removed them.
        } finally {
            names.clear();
        }
    }
}
