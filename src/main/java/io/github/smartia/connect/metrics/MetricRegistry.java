package io.github.smartia.connect.metrics;

import java.util.Map;
import java.util.function.DoubleSupplier;

/** Where metrics are shown, under tags that name connector and task. Safe for use by several threads. */
public interface MetricRegistry extends AutoCloseable {

    /**
     * Shows a value from now on.
     *
     * @param tags what tells it from others of its name, in their order
     * @param value asked whenever somebody looks, by any thread
     * @throws RuntimeException if there is such a metric already, or no more can be added
     */
    void add(String name, String description, Map<String, String> tags, DoubleSupplier value);

    /** Shows nothing of this any more. */
    @Override
    void close();
}
