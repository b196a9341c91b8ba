package io.github.smartia.connect;

import io.github.smartia.connect.config.ConnectorVersion;
import io.github.smartia.connect.config.OrganisationSettings;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.config.TaskProperties;
import io.github.smartia.connect.validation.ConfigValidation;
import io.github.smartia.connect.validation.ConnectionCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.util.ConnectorUtils;

/**
 * Publishes Smart IA sessions from the CENTURY Connect API: completed ones and those in progress, each on a topic of
 * their own. Reads one organisation, or as many as its settings name.
 */
public final class SmartIaSourceConnector extends SourceConnector {

    /**
     * The definition that {@link #config} returned to a thread that has yet to call {@link #validate}. A worker calls both
     * in turn on one thread, and then describes each value by that definition. Without the settings of organisations in
     * it they would have neither type nor text nor group, and no form could show them.
     */
    private static final ThreadLocal<ConfigDef> DESCRIBED = new ThreadLocal<>();

    private Map<String, String> properties = Map.of();

    @Override
    public String version() {
        return ConnectorVersion.get();
    }

    /** The settings that any config may hold; {@link #validate} adds those of the organisations that a config names. */
    @Override
    public ConfigDef config() {
        ConfigDef definition = SmartIaSourceConfig.definition();
        DESCRIBED.set(definition);
        return definition;
    }

    /** Checks the settings, and with sound ones that the API can be reached and takes the key. */
    @Override
    public Config validate(Map<String, String> connectorConfigs) {
        Optional.ofNullable(DESCRIBED.get())
                .ifPresent(definition -> SmartIaSourceConfig.describeOrganisations(definition, connectorConfigs));
        DESCRIBED.remove();
        ConfigValidation validation = new ConfigValidation(new ConnectionCheck(SessionsApiFactory::once));
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

    /**
     * Shares the organisations out among the tasks. One organisation is always read by one task: its two streams share
     * its limits, and tombstones rest on the order between them.
     */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        List<String> organisations = TaskProperties.organisations(properties);
        if (organisations.isEmpty()) {
            return List.of(properties);
        }
        List<String> sorted = organisations.stream().sorted().toList();
        List<List<String>> tasks = ConnectorUtils.groupPartitions(sorted, Math.min(maxTasks, sorted.size()));
        return IntStream.range(0, tasks.size())
                .mapToObj(task -> TaskProperties.of(properties, tasks.get(task), task))
                .toList();
    }

    /** Takes offsets that a task can continue from, and resets; refuses all else, so that nothing is changed. */
    @Override
    public boolean alterOffsets(Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
        List<String> named = TaskProperties.organisations(connectorConfig);
        new OffsetAlteration(named.isEmpty() ? List.of(OrganisationSettings.DEFAULT) : named).check(offsets);
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
