package io.github.smartia.connect;

import io.github.smartia.connect.config.ConnectionCheck;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.config.Validation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * Publishes Smart IA sessions from the CENTURY Connect API: completed ones and those in progress, each on a topic of
 * their own.
 */
public final class SmartIaSourceConnector extends SourceConnector {

    private Map<String, String> properties = Map.of();

    @Override
    public String version() {
        return ConnectorVersion.get();
    }

    @Override
    public ConfigDef config() {
        return SmartIaSourceConfig.definition();
    }

    /** Checks the settings, and with sound ones that the API can be reached and takes the key. */
    @Override
    public Config validate(Map<String, String> connectorConfigs) {
        Validation validation = new Validation(new ConnectionCheck(ApiClients::once));
        return new Config(validation.validate(connectorConfigs));
    }

    @Override
    public void start(Map<String, String> props) {
        properties = Map.copyOf(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return SmartIaSourceTask.class;
    }

    /** One task: the two streams of an organisation share its limits, and tombstones rest on the order between them. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(properties);
    }

    /** Takes offsets that a task can go on from, and resets; refuses all else, so that nothing is changed. */
    @Override
    public boolean alterOffsets(Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
        new OffsetAlteration(Set.of(SessionPublisher.ORGANISATION)).check(offsets);
        return true;
    }

    /**
     * Always: each record carries an offset that is right once it is stored, so that a worker that stores both or neither
     * publishes every session once, whatever dies.
     */
    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorConfig) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    /** Forgets the settings: the worker has resolved the keys in them. */
    @Override
    public void stop() {
        properties = Map.of();
    }
}
