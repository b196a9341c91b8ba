package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.metrics.JmxRegistry;
import io.github.smartia.connect.metrics.MetricRegistry;
import io.github.smartia.connect.metrics.WorkerRegistry;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.junit.jupiter.api.Test;

class MetricRegistriesTest {

    @Test
    void workerWithPluginMetricsShowsThem() {
        try (Metrics metrics = new Metrics();
                MetricRegistry registry = registryOf(() -> new PluginMetricsImpl(metrics, Map.of()))) {
            assertThat(registry).isInstanceOf(WorkerRegistry.class);
        }
    }

    @Test
    void workerWithoutPluginMetricsUsesJmx() {
        Stream.<Supplier<PluginMetrics>>of(
                        () -> null, () -> thrown(new NoSuchMethodError()), () -> thrown(new NoClassDefFoundError()))
                .forEach(worker -> {
                    try (MetricRegistry registry = registryOf(worker)) {
                        assertThat(registry).isInstanceOf(JmxRegistry.class);
                    }
                });
    }

    private static MetricRegistry registryOf(Supplier<PluginMetrics> worker) {
        return MetricRegistries.of(new Context(worker), "school", 0);
    }

    private static PluginMetrics thrown(Error error) {
        throw error;
    }

    private record Context(Supplier<PluginMetrics> worker) implements SourceTaskContext {

        @Override
        public PluginMetrics pluginMetrics() {
            return worker.get();
        }

        @Override
        public Map<String, String> configs() {
            return Map.of();
        }

        @Override
        public OffsetStorageReader offsetStorageReader() {
            throw new UnsupportedOperationException();
        }
    }
}
