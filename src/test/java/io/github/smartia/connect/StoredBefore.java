package io.github.smartia.connect;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * The parts of a task's context that tasks use.
 *
 * @param offset what is stored for each partition; nothing if it is empty
 */
record StoredBefore(Map<String, Object> offset, Supplier<PluginMetrics> worker)
        implements SourceTaskContext, OffsetStorageReader {

    /** As on workers before Kafka 4.1. */
    StoredBefore(Map<String, Object> offset) {
        this(offset, () -> {
            throw new NoSuchMethodError();
        });
    }

    @Override
    public PluginMetrics pluginMetrics() {
        return worker.get();
    }

    @Override
    public OffsetStorageReader offsetStorageReader() {
        return this;
    }

    @Override
    public <T> Map<String, Object> offset(Map<String, T> partition) {
        return offset.isEmpty() ? null : offset;
    }

    @Override
    public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
        Map<Map<String, T>, Map<String, Object>> offsets = new HashMap<>();
        partitions.forEach(partition -> offsets.put(partition, offset(partition)));
        return offsets;
    }

    @Override
    public Map<String, String> configs() {
        return Map.of();
    }
}
