package io.github.smartia.connect.config;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The settings of one connector, all sound. Immutable; no part of it shows the API key or a filter's values. */
public final class SmartIaSourceConfig extends AbstractConfig {

    /** Connect's own; with "required" it runs the connector only on workers with exactly-once support. */
    private static final String EXACTLY_ONCE_SUPPORT = "exactly.once.support";

    private static final ConfigDef DEFINITION = define();

    private final ApiSettings api;
    private final NetworkSettings network;
    private final RequestSettings requests;
    private final ReadingSettings reading;
    private final FilterSettings filters;
    private final TopicSettings topics;
    private final PrivacySettings privacy;

    /**
     * Reads the settings of a connector or a task; those of other definitions are ignored.
     *
     * @throws ConfigException naming a setting that is missing, wrong, or at odds with another
     */
    public SmartIaSourceConfig(Map<String, String> properties) {
        // Not logged: filters may hold ids of pupils.
        super(DEFINITION, properties, false);
        requireAgreement(CrossChecks.problems(values()));
        api = ApiSettings.from(this);
        network = NetworkSettings.from(this);
        requests = RequestSettings.from(this);
        reading = ReadingSettings.from(this);
        filters = FilterSettings.from(this);
        topics = TopicSettings.from(this);
        privacy = PrivacySettings.from(this);
    }

    /** All settings, as Connect and its user interfaces want them described; a copy. */
    public static ConfigDef definition() {
        return new ConfigDef(DEFINITION);
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

    public FilterSettings filters() {
        return filters;
    }

    public TopicSettings topics() {
        return topics;
    }

    public PrivacySettings privacy() {
        return privacy;
    }

    /**
     * Whether offsets are certain to be stored together with what was published. Connect tells a connector no more than
     * this: without the demand a worker may do so too, and then counts here as one that does not.
     */
    public boolean requiresExactlyOnce() {
        return originals().get(EXACTLY_ONCE_SUPPORT) instanceof String level
                && level.trim().equalsIgnoreCase("required");
    }

    private static ConfigDef define() {
        ConfigDef definition = new ConfigDef();
        ApiSettings.define(definition);
        NetworkSettings.define(definition);
        RequestSettings.define(definition);
        ReadingSettings.define(definition);
        FilterSettings.define(definition);
        TopicSettings.define(definition);
        PrivacySettings.define(definition);
        return definition;
    }

    private static void requireAgreement(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems.stream().map(Problem::message).collect(Collectors.joining(" ")));
        }
    }
}
