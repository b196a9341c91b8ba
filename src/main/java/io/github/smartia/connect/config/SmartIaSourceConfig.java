package io.github.smartia.connect.config;

import io.github.smartia.connect.api.RequestLimits;
import io.github.smartia.connect.api.RetryPolicy;
import io.github.smartia.connect.config.names.KnownNames;
import io.github.smartia.connect.config.names.UnknownName;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.read.ReadSettings;
import io.github.smartia.connect.record.BatchRecords;
import io.github.smartia.connect.record.DeadLetters;
import io.github.smartia.connect.record.RecordSizeLimit;
import io.github.smartia.connect.record.RecordTimestamp;
import io.github.smartia.connect.record.SessionRecords;
import io.github.smartia.connect.record.SessionSchemas;
import io.github.smartia.connect.record.UserPrivacy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;

/** The settings of one connector, all sound, as what they are for. No part of it shows the API key or a filter's values. */
public final class SmartIaSourceConfig extends AbstractConfig {

    private static final ConfigDef DEFINITION = define();

    private final List<OrganisationSettings> organisations;
    private final UserPrivacy privacy;

    /**
     * Reads the settings of a connector or a task; those of other definitions are ignored.
     *
     * @throws ConfigException naming a setting that is missing, wrong, or at odds with another
     */
    public SmartIaSourceConfig(Map<String, String> properties) {
        // Not logged: filters may hold ids of pupils.
        super(definition(TaskProperties.asOfAConnector(properties)), TaskProperties.asOfAConnector(properties), false);
        CrossChecks.require(values(), originals());
        organisations = Organisations.from(this);
        privacy = PrivacySettings.from(this);
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

    /** The organisations to read, at least one, in the order in which they are named. */
    public List<OrganisationSettings> organisations() {
        return organisations;
    }

    /** Whether the settings name organisations, be it one alone; else there is one, of the name {@code default}. */
    public boolean namesOrganisations() {
        return !getList(Organisations.NAMES).isEmpty();
    }

    /** How to read any organisation; each has a start date of its own. */
    public ReadSettings reading() {
        return organisations.get(0).reading();
    }

    /** What the requests of each API key keep within. */
    public RequestLimits limits() {
        return RequestSettings.limits(this);
    }

    /** Whether and when a request that failed is made again. */
    public RetryPolicy retries() {
        return RequestSettings.retries(this);
    }

    /** The topic of each stream, be it read or not. */
    public Map<SessionStream, String> topics() {
        return TopicSettings.topics(this);
    }

    /** The topic of malformed sessions; where empty, a malformed session fails the task. */
    public Optional<String> deadLetterTopic() {
        return TopicSettings.deadLetters(this);
    }

    /** What is written of the pupils. */
    public UserPrivacy privacy() {
        return privacy;
    }

    /** Makes records as the settings want them. */
    public BatchRecords records() {
        RecordTimestamp timestamp = TopicSettings.timestamp(this);
        SessionSchemas schemas = SessionSchemas.under(privacy, TopicSettings.shape(this));
        Map<String, String> keys =
                organisations.stream().collect(Collectors.toMap(OrganisationSettings::name, OrganisationSettings::key));
        long most = RecordSizeLimit.maxSessionBytes(originals());
        return new BatchRecords(
                new SessionRecords(schemas, topics(), timestamp),
                deadLetterTopic().map(topic -> new DeadLetters(topic, schemas, privacy, timestamp, keys, most)));
    }

    /** Of more organisations than these in one task, metrics cover all of them together. */
    public int maxOrganisationsWithMetrics() {
        return getInt(MetricSettings.MAX_ORGANISATIONS);
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
