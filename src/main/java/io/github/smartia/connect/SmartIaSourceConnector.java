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
 * Publishes Smart IA sessions from the CENTURY Connect API: completed sessions on one topic, and open sessions on another.
 * Reads one organisation, or the several that its settings name.
 */
public final class SmartIaSourceConnector extends SourceConnector {

    /**
     * The definition that {@link #config} returned to a thread that has not called {@link #validate} yet. A worker calls both
     * methods on one thread, and takes the type, text and group of each validated setting from this definition.
     * {@link #validate} therefore adds the settings of the organisations to the definition. Otherwise those settings would have
     * no type, text or group.
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

    /** Checks the settings. If they are valid, also checks that the API can be reached and accepts the key. */
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
     * Distributes the organisations over the tasks. Each organisation is read by a single task: its streams share the request
     * limits of its key, and tombstones depend on both streams.
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

    /** Accepts resets, and offsets that a task can continue from. If any other offset is given, rejects the whole request. */
    @Override
    public boolean alterOffsets(Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
        List<String> named = TaskProperties.organisations(connectorConfig);
        OffsetAlteration.check(named.isEmpty() ? List.of(OrganisationSettings.DEFAULT) : named, offsets);
        return true;
    }

    /**
     * Always supported. A worker that stores a record and its offset together, or neither, publishes every session exactly
     * once, even after a crash.
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
