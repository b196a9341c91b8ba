package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.metrics.JmxRegistry;
import io.github.smartia.connect.metrics.MetricRegistry;
import io.github.smartia.connect.metrics.WorkerRegistry;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

/** Metrics exist while a task runs, in the worker's registry or, where it has none for them, in JMX. */
class TaskMetricsLifeTest {

    /** A port without a listener. */
    private static final Map<String, String> CONFIG =
            Map.of("name", "lifelong", "api.url", "http://127.0.0.1:9/api", "api.key", "a-key");

    @Test
    void metricsExistFromStartToStop() throws MalformedObjectNameException {
        SmartIaSourceTask task = new SmartIaSourceTask();
        task.initialize(new StoredBefore(Map.of()));
        for (int run = 0; run < 2; run++) {
            task.start(CONFIG);
            assertThat(shown())
                    .extracting(name -> name.getKeyProperty("stream"))
                    .containsExactlyInAnyOrder("completed", "in-progress");

            task.stop();
            assertThat(shown()).isEmpty();
        }
    }

    @Test
    void taskThatCannotStartLeavesNoMetrics() throws MalformedObjectNameException {
        SmartIaSourceTask task = new SmartIaSourceTask();
        task.initialize(new StoredBefore(Map.of("endDate", "yesterday")));

        assertThatThrownBy(() -> task.start(CONFIG)).isInstanceOf(ConnectException.class);

        assertThat(shown()).isEmpty();
    }

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
        return MetricRegistries.of(new StoredBefore(Map.of(), worker), "school", 0);
    }

    private static PluginMetrics thrown(Error error) {
        throw error;
    }

    private static Set<ObjectName> shown() throws MalformedObjectNameException {
        ObjectName pattern = new ObjectName("kafka.connect:type=plugins,connector=lifelong,*");
        return ManagementFactory.getPlatformMBeanServer().queryNames(pattern, null);
    }
}
