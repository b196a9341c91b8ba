package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

/** Metrics exist while a task runs, on a worker without a registry for them. */
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

    private static Set<ObjectName> shown() throws MalformedObjectNameException {
        ObjectName pattern = new ObjectName("kafka.connect:type=plugins,connector=lifelong,*");
        return ManagementFactory.getPlatformMBeanServer().queryNames(pattern, null);
    }
}
