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
 * Publishes Smart IA sessions from the CENTURY Connect API: completed and open sessions, on a topic each. Reads one
 * organisation, or several that its settings name.
 */
public final class SmartIaSourceConnector extends SourceConnector {

    /**
     * The definition that {@link #config} returned to a thread that has not called {@link #validate} yet. A worker calls both on
     * one thread and describes the validated values by this definition, so {@link #validate} adds the settings of organisations
     * to it. Otherwise those would have no type, text or group.
     */
    private static final ThreadLocal<ConfigDef> DESCRIBED = new ThreadLocal<>();

    private Map<String, String> properties = Map.of();

    @Override
    public String version() {
        return ConnectorVersion.get();
    }

    /** The settings of any config; {@link #validate} adds those of the organisations that a config names. */
    @Override
    public ConfigDef config() {
        ConfigDef definition = SmartIaSourceConfig.definition();
        DESCRIBED.set(definition);
        return definition;
    }

    /** Checks the settings, and if they are valid, that the API can be reached and accepts the key. */
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
     * Distributes the organisations over the tasks. One organisation is always read by one task, since its streams share the
     * limits of its key, and tombstones depend on both.
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

    /** Accepts offsets that a task can continue from, and resets. Rejects the whole request otherwise. */
    @Override
    public boolean alterOffsets(Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
        List<String> named = TaskProperties.organisations(connectorConfig);
        OffsetAlteration.check(named.isEmpty() ? List.of(OrganisationSettings.DEFAULT) : named, offsets);
        return true;
    }

    /**
     * Always supported. A worker that stores a record and its offset together, or neither, publishes every session once after any
     * crash.
     */
    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorConfig) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    /** Drops the settings, which contain resolved keys. */
    @Override
    public void stop() {
        properties = Map.of();
    }
}
