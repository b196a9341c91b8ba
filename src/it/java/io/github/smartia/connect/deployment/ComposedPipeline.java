package io.github.smartia.connect.deployment;

import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.PublishedRecords;
import io.github.smartia.connect.stack.Broker;
import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.SchemaRegistry;
import io.github.smartia.connect.stack.TopicReader;
import io.github.smartia.connect.stack.TopicRecord;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.Test;

/**
 * What docker/compose.yaml publishes on this machine while it runs. Not among the tests of each build: .ci/compose brings
 * the containers up, runs this class by its name, and takes them down.
 */
class ComposedPipeline {

    private static final String BROKER = "localhost:9092";
    private static final URI REGISTRY = URI.create("http://localhost:8081");
    private static final URI CONNECT = URI.create("http://localhost:8083");

    /** Of the 5,000 sessions that the simulated API begins with, all but some dozens are completed. */
    private static final int COMPLETED = 4_900;

    /** More than those dozens: pupils started some while the pipeline ran. */
    private static final int STARTED = 100;

    @Test
    void theConnectorRunsAndSessionsOfBothStreamsArrive() {
        assertThat(new ConnectRest(CONNECT).awaitRunning("smart-ia").isRunning())
                .isTrue();
        awaitSessions("smart-ia.sessions.completed", COMPLETED);
        awaitSessions("smart-ia.sessions.in-progress", STARTED);
    }

    private static void awaitSessions(String topic, int count) {
        try (SchemaRegistry registry = SchemaRegistry.at(REGISTRY);
                TopicReader reader = new TopicReader(
                        topic, IsolationLevel.READ_COMMITTED, new Broker.Running(BROKER, () -> {}), registry)) {
            List<TopicRecord> records = reader.await(read -> ids(read).size() >= count);
            System.out.println(records.size() + " records of " + ids(records).size() + " sessions in " + topic);
        }
    }

    private static Set<String> ids(List<TopicRecord> records) {
        return records.stream().map(PublishedRecords::id).collect(Collectors.toSet());
    }
}
