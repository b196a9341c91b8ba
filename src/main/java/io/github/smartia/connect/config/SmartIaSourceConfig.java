package io.github.smartia.connect.config;

import io.github.smartia.connect.api.RequestLimits;
import io.github.smartia.connect.api.RetryPolicy;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * The valid settings of a connector or a task, in the types that their consumers take. Its text form contains neither secrets
 * nor filters.
 */
public final class SmartIaSourceConfig extends AbstractConfig {

    private static final ConfigDef DEFINITION = define();

    private final List<OrganisationSettings> organisations;
    private final UserPrivacy privacy;

    /**
     * Reads the settings. Settings of Connect and unknown ones are ignored.
     *
     * @throws ConfigException if a setting is missing or invalid, or conflicts with another; the message names the setting
     */
    public SmartIaSourceConfig(Map<String, String> properties) {
        // Not logged: filters may contain ids of pupils.
        super(definition(TaskProperties.asOfAConnector(properties)), TaskProperties.asOfAConnector(properties), false);
        CrossChecks.require(values(), originals());
        organisations = OrganisationSettings.all(this);
        privacy = PrivacySettings.from(this);
    }

    /** A new definition of all settings, except those of individual organisations. */
    public static ConfigDef definition() {
        return new ConfigDef(DEFINITION);
    }

    /** A new definition of all settings, including those of each organisation that {@code properties} name. */
    static ConfigDef definition(Map<String, String> properties) {
        ConfigDef definition = definition();
        describeOrganisations(definition, properties);
        return definition;
    }

    /** Adds the settings of each organisation that {@code properties} name. */
    public static void describeOrganisations(ConfigDef definition, Map<String, String> properties) {
        Organisations.define(definition, SettingsValidation.validValues(DEFINITION.validate(properties)));
    }

    /** The organisations to read, at least one, in the order in which they are named. */
    public List<OrganisationSettings> organisations() {
        return organisations;
    }

    /** Whether the settings name organisations; otherwise there is one, named {@code default}. */
    public boolean namesOrganisations() {
        return !getList(Organisations.NAMES).isEmpty();
    }

    /**
     * How to read any organisation. Start dates may differ between organisations; the one returned here is that of the first.
     */
    public ReadSettings reading() {
        return organisations.get(0).reading();
    }

    /** The request limits for each API key. */
    public RequestLimits limits() {
        return RequestSettings.limits(this);
    }

    /** Whether and when a failed request is retried. */
    public RetryPolicy retries() {
        return RequestSettings.retries(this);
    }

    /** The topic of each stream, whether it is read or not. */
    public Map<SessionStream, String> topics() {
        return TopicSettings.topics(this);
    }

    /** The topic of malformed sessions; if empty, a malformed session ends reading of its organisation. */
    public Optional<String> deadLetterTopic() {
        return TopicSettings.deadLetters(this);
    }

    /** What is written about the pupils. */
    public UserPrivacy privacy() {
        return privacy;
    }

    /** Converts batches to records according to the settings. */
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

    /** If a task reads more organisations than this, its metrics cover all of them together. */
    public int maxOrganisationsWithMetrics() {
        return getInt(MetricSettings.MAX_ORGANISATIONS);
    }

    /** A message for each name that is a setting neither of this connector nor of Connect, in order. */
    public List<String> unknownNames() {
        return SettingsValidation.unknownNames(originals().keySet()).stream()
                .map(UnknownName::message)
                .toList();
    }

    /** In the order in which user interfaces show them. */
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
