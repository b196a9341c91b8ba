package io.github.smartia.connect.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.read.ReadProgress;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.common.metrics.JmxReporter;
import org.apache.kafka.common.metrics.KafkaMetricsContext;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.Test;

/** What JMX shows on a worker from Kafka 4.1 on, and on one before. */
class RegistriesTest {

    private static final String COMPLETED =
            "kafka.connect:type=plugins,connector=school-1,task=3,organisation=north,stream=completed";

    private final MBeanServer jmx = ManagementFactory.getPlatformMBeanServer();

    @Test
    void eitherRegistryShowsThemByTheSameNames() throws Exception {
        try (Metrics worker = worker();
                PluginMetricsImpl plugin = new PluginMetricsImpl(worker, identity())) {
            assertShowsAndHides(new WorkerRegistry(plugin));
        }
        assertShowsAndHides(new JmxRegistry("school-1", 3));
    }

    @Test
    void beforeKafka41TheWorkersMetricsStay() throws Exception {
        try (Metrics worker = worker()) {
            List<String> before = names("kafka.connect:*");
            TaskMetrics metrics = metrics(new JmxRegistry("school-1", 3));
            assertThat(names("kafka.connect:*")).hasSize(before.size() + 1);

            metrics.close();

            assertThat(before).isNotEmpty();
            assertThat(names("kafka.connect:*")).isEqualTo(before);
            assertThat(worker.metrics()).isNotEmpty();
        }
    }

    @Test
    void aWorkerMayHaveRemovedThemAlready() throws Exception {
        try (Metrics worker = worker()) {
            PluginMetricsImpl plugin = new PluginMetricsImpl(worker, identity());
            TaskMetrics metrics = metrics(new WorkerRegistry(plugin));
            plugin.close();

            metrics.close();

            assertThat(names(COMPLETED)).isEmpty();
        }
    }

    @Test
    void namesWithPeculiarCharactersAreQuotedByBoth() throws Exception {
        String quoted = "kafka.connect:type=plugins,connector=\"a:b\",task=3,organisation=\"x,y\",stream=completed";
        Map<String, String> identity = identity();
        identity.put("connector", "a:b");
        try (Metrics worker = worker();
                PluginMetricsImpl plugin = new PluginMetricsImpl(worker, identity)) {
            assertShowsPeculiarNames(new WorkerRegistry(plugin), quoted);
        }
        assertShowsPeculiarNames(new JmxRegistry("a:b", 3), quoted);
    }

    private void assertShowsPeculiarNames(MetricRegistry registry, String quoted) throws JMException {
        try (TaskMetrics metrics = new TaskMetrics(registry, List.of("x,y"), List.of(SessionStream.COMPLETED), 1)) {
            metrics.of("x,y").retried(SessionStream.COMPLETED.status());
            assertThat(attribute(quoted, "retries-total")).isEqualTo(1.0);
        }
    }

    @Test
    void twoOfOneNameAreRefused() {
        try (JmxRegistry registry = new JmxRegistry("school-1", 3)) {
            registry.add("a-name", "", Map.of(), () -> 1);
            assertThatThrownBy(() -> registry.add("a-name", "", Map.of(), () -> 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void assertShowsAndHides(MetricRegistry registry) throws JMException {
        try (TaskMetrics metrics = metrics(registry)) {
            metrics.of("north")
                    .read(SessionStream.COMPLETED, new ReadProgress(7, 0, 0, 0, 0, 0, 0, Optional.empty(), true));

            assertThat(attributes(COMPLETED))
                    .containsExactlyElementsOf(Arrays.stream(Metric.values())
                            .map(metric -> metric.metricName() + ": double")
                            .sorted()
                            .toList());
            assertThat(attribute(COMPLETED, "sessions-published-total")).isEqualTo(7.0);
            assertThat(attribute(COMPLETED, "position-lag-ms")).isEqualTo(Double.NaN);
        }
        assertThat(names(COMPLETED)).isEmpty();
    }

    private static TaskMetrics metrics(MetricRegistry registry) {
        return new TaskMetrics(registry, List.of("north"), List.of(SessionStream.COMPLETED), 1);
    }

    private static Map<String, String> identity() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("connector", "school-1");
        tags.put("task", "3");
        return tags;
    }

    private static Metrics worker() {
        return new Metrics(
                new MetricConfig(),
                new ArrayList<>(List.of(new JmxReporter())),
                Time.SYSTEM,
                new KafkaMetricsContext("kafka.connect"));
    }

    private List<String> attributes(String name) throws JMException {
        return Arrays.stream(jmx.getMBeanInfo(new ObjectName(name)).getAttributes())
                .map(attribute -> attribute.getName() + ": " + attribute.getType())
                .sorted()
                .toList();
    }

    private Object attribute(String name, String attribute) throws JMException {
        return jmx.getAttribute(new ObjectName(name), attribute);
    }

    private List<String> names(String pattern) throws JMException {
        return jmx.queryNames(new ObjectName(pattern), null).stream()
                .map(ObjectName::toString)
                .sorted()
                .toList();
    }
}
