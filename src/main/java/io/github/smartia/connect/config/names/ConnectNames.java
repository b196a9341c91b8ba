package io.github.smartia.connect.config.names;

import java.util.List;
import java.util.Set;

/** The settings that Connect 3.6 to 4.4 reads from a source connector's config, and those that platforms add. */
final class ConnectNames {

    private static final Set<String> NAMES = Set.of(
            "name",
            "connector.class",
            "tasks.max",
            "tasks.max.enforce",
            "task.class",
            "key.converter",
            "value.converter",
            "header.converter",
            "transforms",
            "predicates",
            "config.action.reload",
            "exactly.once.support",
            "transaction.boundary",
            "transaction.boundary.interval.ms",
            "offsets.storage.topic");

    private static final List<String> PREFIXES = List.of(
            "key.converter.",
            "value.converter.",
            "header.converter.",
            "transforms.",
            "predicates.",
            "topic.creation.",
            // Connect reads these from the worker's config only; here they have no effect, and do no harm.
            "topic.tracking.",
            "errors.",
            "producer.override.",
            "consumer.override.",
            "admin.override.",
            "kafka.",
            "confluent.");

    private static final String PLUGIN_VERSION = ".plugin.version";

    private ConnectNames() {}

    static boolean contain(String name) {
        return NAMES.contains(name)
                || name.endsWith(PLUGIN_VERSION)
                || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
