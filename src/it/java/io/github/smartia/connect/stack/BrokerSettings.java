package io.github.smartia.connect.stack;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What each {@link Broker} of tests is set to, wherever it runs: one node, quick to form groups and to end them. */
final class BrokerSettings {

    private static final Map<String, String> SETTINGS = Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "4",
            "group.initial.rebalance.delay.ms", "0",
            "group.min.session.timeout.ms", "1000");

    private BrokerSettings() {}

    /** Lines of a properties file. */
    static String asProperties() {
        return SETTINGS.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** Variables as Kafka's images take them. */
    static Map<String, String> asEnvironment() {
        return SETTINGS.entrySet().stream()
                .collect(Collectors.toMap(setting -> variable(setting.getKey()), Map.Entry::getValue));
    }

    private static String variable(String setting) {
        return "KAFKA_" + setting.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
