package io.github.smartia.connect;

import io.github.smartia.connect.metrics.JmxRegistry;
import io.github.smartia.connect.metrics.MetricRegistry;
import io.github.smartia.connect.metrics.WorkerRegistry;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceTaskContext;

/** Finds the registry for the metrics of a task. */
final class MetricRegistries {

    private MetricRegistries() {}

    /**
     * Returns the worker's registry for plugin metrics if the worker has one, and a JMX registry otherwise.
     *
     * @param connector the name of the connector, for JMX
     * @param task the number of the task, for JMX
     */
    static MetricRegistry of(SourceTaskContext context, String connector, int task) {
        return ofWorker(context).orElseGet(() -> new JmxRegistry(connector, task));
    }

    private static Optional<MetricRegistry> ofWorker(SourceTaskContext context) {
        try {
            return Optional.ofNullable(context.pluginMetrics()).map(WorkerRegistry::new);
        } catch (NoSuchMethodError | NoClassDefFoundError workerBeforeKafka41) {
            return Optional.empty();
        }
    }
}
