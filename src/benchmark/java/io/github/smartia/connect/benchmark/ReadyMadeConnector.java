package io.github.smartia.connect.benchmark;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.SourceConnector;

/** Publishes the same sessions over and over, under ids of their own: what the framework can do with such records. */
public final class ReadyMadeConnector extends SourceConnector {

    static final String RECORDS = "records";
    static final String TOPIC = "topic";
    static final String PAGE = "page";

    private static final ConfigDef CONFIG = new ConfigDef()
            .define(RECORDS, ConfigDef.Type.INT, Importance.HIGH, "How many records to publish.")
            .define(TOPIC, ConfigDef.Type.STRING, Importance.HIGH, "Where to.")
            .define(PAGE, ConfigDef.Type.STRING, Importance.HIGH, "A file with an answer of the API.");

    private Map<String, String> settings = Map.of();

    @Override
    public void start(Map<String, String> props) {
        settings = Map.copyOf(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return ReadyMadeTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(settings);
    }

    @Override
    public void stop() {
        settings = Map.of();
    }

    @Override
    public ConfigDef config() {
        return CONFIG;
    }

    @Override
    public String version() {
        return "1";
    }
}
