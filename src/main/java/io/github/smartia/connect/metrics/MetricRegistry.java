package io.github.smartia.connect.metrics;

import java.util.Map;
import java.util.function.DoubleSupplier;

/** Publishes metrics with tags that name connector and task. Safe for use by several threads. */
public interface MetricRegistry extends AutoCloseable {

    /**
     * Adds a metric.
     *
     * @param tags distinguish the metric from others with the same name; their order matters
     * @param value read by any thread at any time
     * @throws RuntimeException if the metric exists, or no more can be added
     */
    void add(String name, String description, Map<String, String> tags, DoubleSupplier value);

    /** Removes all metrics that were added. */
    @Override
    void close();
}
