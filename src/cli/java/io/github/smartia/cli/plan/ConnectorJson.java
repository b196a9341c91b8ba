package io.github.smartia.cli.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A connector's settings as JSON for Connect, without converters: the worker has its own. */
public final class ConnectorJson {

    private ConnectorJson() {}

    /** The body of a {@code POST} to Connect's REST interface. {@code connection} contains the settings of the API. */
    public static String of(Map<String, String> connection, Recommendation recommendation) {
        ObjectNode connector = JsonMapper.shared().createObjectNode().put("name", "smart-ia");
        ObjectNode config = connector.putObject("config");
        config.put("connector.class", "io.github.smartia.connect.SmartIaSourceConnector");
        config.put("tasks.max", "1");
        config.put("streams", "completed,in-progress");
        connection.forEach(config::put);
        recommendation.settings().forEach(config::put);
        topics().forEach(config::put);
        return connector.toPrettyString();
    }

    /** Both topics keep the newest record of each session. */
    private static Map<String, String> topics() {
        Map<String, String> topics = new LinkedHashMap<>();
        topics.put("topic.creation.default.partitions", "-1");
        topics.put("topic.creation.default.replication.factor", "-1");
        topics.put("topic.creation.default.cleanup.policy", "compact");
        topics.put("topic.creation.groups", "open");
        topics.put("topic.creation.open.include", "smart-ia\\.sessions\\.in-progress");
        topics.put("topic.creation.open.cleanup.policy", "compact");
        topics.put("topic.creation.open.max.compaction.lag.ms", "86400000");
        return topics;
    }
}
