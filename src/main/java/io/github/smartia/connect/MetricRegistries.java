package io.github.smartia.connect;

import io.github.smartia.connect.metrics.JmxRegistry;
import io.github.smartia.connect.metrics.MetricRegistry;
import io.github.smartia.connect.metrics.WorkerRegistry;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceTaskContext;

/** Finds where a worker shows the metrics of a task. */
final class MetricRegistries {

    private MetricRegistries() {}

    /**
     * Where the worker itself shows metrics of plugins, or else JMX.
     *
     * @param connector the name of the connector
     * @param task the number of the task; workers that show metrics themselves know it
     */
    static MetricRegistry of(SourceTaskContext context, String connector, int task) {
        return ofTheWorker(context).orElseGet(() -> new JmxRegistry(connector, task));
    }

    private static Optional<MetricRegistry> ofTheWorker(SourceTaskContext context) {
        try {
            return Optional.ofNullable(context.pluginMetrics()).map(WorkerRegistry::new);
        } catch (NoSuchMethodError | NoClassDefFoundError workerBeforeKafka41) {
            return Optional.empty();
        }
    }
}
