package io.github.smartia.connect.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The settings of one of several tasks: those of the connector without the organisations of other tasks. */
public final class TaskProperties {

    /**
     * Names the task's organisations. The name can't be {@code organisations}: if that setting contains a reference to a config
     * provider, Connect restores the reference in the settings of each task. It would then resolve to the organisations of all
     * tasks.
     */
    static final String ORGANISATIONS = "task.organisations";

    /** The number of the task among the connector's, from 0. Workers before Kafka 4.1 do not pass it to the task. */
    static final String NUMBER = "task.number";

    private TaskProperties() {}

    /**
     * The names in a connector's {@code organisations}, in order; empty if there are none.
     *
     * @throws org.apache.kafka.common.config.ConfigException if the list can't be read
     */
    public static List<String> organisations(Map<String, String> connector) {
        return Organisations.names(connector.getOrDefault(Organisations.NAMES, ""));
    }

    /**
     * The settings of the task that reads {@code organisations}; contains no key of another organisation.
     *
     * @param number the number of the task, from 0
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

    /** The number of the task with these settings; 0 if it is the only one. */
    public static int number(Map<String, String> task) {
        return Integer.parseInt(task.getOrDefault(NUMBER, "0"));
    }

    /**
     * Converts the settings of a task to those of a connector that reads only the task's organisations. Returns the settings of
     * a connector unchanged.
     */
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
