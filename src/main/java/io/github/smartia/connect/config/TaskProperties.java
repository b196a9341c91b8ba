package io.github.smartia.connect.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The settings of one task among several: those of the connector, less the organisations of other tasks. */
public final class TaskProperties {

    /**
     * Names the task's organisations. A setting of its own: where {@code organisations} holds a reference to a config
     * provider, Connect writes that reference back into the settings of each task, which stands for all of them.
     */
    static final String ORGANISATIONS = "task.organisations";

    /** Which of the connector's tasks it is, from 0 on, as Connect counts them; workers before Kafka 4.1 don't tell. */
    static final String NUMBER = "task.number";

    private TaskProperties() {}

    /**
     * The names in a connector's {@code organisations}, in order; empty where there are none.
     *
     * @throws org.apache.kafka.common.config.ConfigException if the list can't be read
     */
    public static List<String> organisations(Map<String, String> connector) {
        return Organisations.names(connector.getOrDefault(Organisations.NAMES, ""));
    }

    /**
     * The settings of the task that reads {@code organisations}; no key of another is among them.
     *
     * @param number which of the tasks it is, from 0 on
     */
    public static Map<String, String> of(Map<String, String> connector, List<String> organisations, int number) {
        Map<String, String> task = new HashMap<>(connector);
        task.keySet()
                .removeIf(property -> property.startsWith(Organisations.PREFIX)
                        && Organisations.ownerOf(property)
                                .filter(organisations::contains)
                                .isEmpty());
        task.put(ORGANISATIONS, String.join(",", organisations));
        task.put(NUMBER, String.valueOf(number));
        return task;
    }

    /** Which of the connector's tasks has these settings; 0 where it is the only one. */
    public static int number(Map<String, String> task) {
        return Integer.parseInt(task.getOrDefault(NUMBER, "0"));
    }

    /** As a connector with no more organisations than those of the task would have them; others stay as they are. */
    static Map<String, String> asOfAConnector(Map<String, String> properties) {
        if (!properties.containsKey(ORGANISATIONS)) {
            return properties;
        }
        Map<String, String> whole = new HashMap<>(properties);
        whole.put(Organisations.NAMES, whole.remove(ORGANISATIONS));
        whole.remove(NUMBER);
        return whole;
    }
}
