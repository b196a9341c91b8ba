package io.github.smartia.connect.stack;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/** Publishes the numbers from 0 on as fast as Connect takes them: what a source can reach that has no source. */
public final class CountingConnector extends SourceConnector {

    static final String RECORDS = "records";
    static final String TOPIC = "topic";
    static final String BATCH = "batch.size";

    private static final ConfigDef CONFIG = new ConfigDef()
            .define(RECORDS, ConfigDef.Type.LONG, Importance.HIGH, "How many numbers to publish.")
            .define(TOPIC, ConfigDef.Type.STRING, Importance.HIGH, "Where to.")
            .define(BATCH, ConfigDef.Type.INT, 500, Importance.LOW, "How many to hand over at once.");

    private Map<String, String> settings = Map.of();

    @Override
    public void start(Map<String, String> props) {
        settings = Map.copyOf(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return CountingTask.class;
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

    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> props) {
        return ExactlyOnceSupport.SUPPORTED;
    }
}
