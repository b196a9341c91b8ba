package io.github.smartia.connect.config;

import io.github.smartia.connect.config.names.KnownNames;
import io.github.smartia.connect.config.names.UnknownName;
import io.github.smartia.connect.record.RecordSizeLimit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;

/** The settings of one connector, all sound. Immutable; no part of it shows the API key or a filter's values. */
public final class SmartIaSourceConfig extends AbstractConfig {

    private static final ConfigDef DEFINITION = define();

    private final ApiSettings api;
    private final NetworkSettings network;
    private final RequestSettings requests;
    private final ReadingSettings reading;
    private final TopicSettings topics;
    private final PrivacySettings privacy;
    private final List<OrganisationSettings> organisations;
    private final MetricSettings metrics;

    /**
     * Reads the settings of a connector or a task; those of other definitions are ignored.
     *
     * @throws ConfigException naming a setting that is missing, wrong, or at odds with another
     */
    public SmartIaSourceConfig(Map<String, String> properties) {
        // Not logged: filters may hold ids of pupils.
        super(definition(TaskProperties.asOfAConnector(properties)), TaskProperties.asOfAConnector(properties), false);
        CrossChecks.require(values(), originals());
        api = ApiSettings.from(this);
        network = NetworkSettings.from(this);
        requests = RequestSettings.from(this);
        reading = ReadingSettings.from(this);
        topics = TopicSettings.from(this);
        privacy = PrivacySettings.from(this);
        organisations = Organisations.from(this);
        metrics = MetricSettings.from(this);
    }

    /** All settings that any config may hold, as Connect and its user interfaces want them described; a copy. */
    public static ConfigDef definition() {
        return new ConfigDef(DEFINITION);
    }

    /** The same, and the settings of each organisation that {@code properties} name. */
    static ConfigDef definition(Map<String, String> properties) {
        ConfigDef definition = definition();
        describeOrganisations(definition, properties);
        return definition;
    }

    /** Adds to what {@link #definition()} gave the settings of each organisation that {@code properties} name. */
    public static void describeOrganisations(ConfigDef definition, Map<String, String> properties) {
        Organisations.define(definition, soundValues(DEFINITION.validate(properties)));
    }

    /** The values of the settings without errors, by name. */
    static Map<String, Object> soundValues(List<ConfigValue> settings) {
        Map<String, Object> values = new HashMap<>();
        settings.stream()
                .filter(setting -> setting.errorMessages().isEmpty())
                .forEach(setting -> values.put(setting.name(), setting.value()));
        return values;
    }

    public ApiSettings api() {
        return api;
    }

    public NetworkSettings network() {
        return network;
    }

    public RequestSettings requests() {
        return requests;
    }

    public ReadingSettings reading() {
        return reading;
    }

    public TopicSettings topics() {
        return topics;
    }

    public PrivacySettings privacy() {
        return privacy;
    }

    /** The organisations to read, at least one, in the order in which they are named. */
    public List<OrganisationSettings> organisations() {
        return organisations;
    }

    public MetricSettings metrics() {
        return metrics;
    }

    /** Names in the config that are settings neither of this connector nor of Connect; each in a sentence, in order. */
    public List<String> unknownNames() {
        return unknownNames(originals().keySet()).stream()
                .map(UnknownName::message)
                .toList();
    }

    static List<UnknownName> unknownNames(Set<String> properties) {
        return new KnownNames(DEFINITION.names(), Organisations.NAMES, Organisations.SETTINGS).unknown(properties);
    }

    /** Whether the settings name organisations, be it one alone; else there is one, of the name {@code default}. */
    public boolean namesOrganisations() {
        return !getList(Organisations.NAMES).isEmpty();
    }

    /**
     * How long a session's JSON may be, in bytes of UTF-8, for its record to pass the producer: what {@code
     * producer.override.max.request.size} allows, less a margin for all that a record holds beside the session.
     */
    public long maxSessionBytes() {
        return RecordSizeLimit.maxSessionBytes(originals());
    }

    /** In the order in which a person fills them in. */
    private static ConfigDef define() {
        ConfigDef definition = new ConfigDef();
        ApiSettings.define(definition);
        ReadingSettings.define(definition);
        FilterSettings.define(definition);
        PrivacySettings.define(definition);
        TopicSettings.define(definition);
        RequestSettings.define(definition);
        NetworkSettings.define(definition);
        MetricSettings.define(definition);
        return definition;
    }
}
