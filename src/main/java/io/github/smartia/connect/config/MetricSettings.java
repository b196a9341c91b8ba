package io.github.smartia.connect.config;

import static org.apache.kafka.common.config.ConfigDef.Type.INT;

import io.github.smartia.connect.config.values.NumberRange;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** How detailed the metrics are. */
final class MetricSettings {

    static final String MAX_ORGANISATIONS = "metrics.max.organisations";

    private MetricSettings() {}

    static void define(ConfigDef definition) {
        NumberRange many = NumberRange.between(0, 10_000);
        new SettingGroup(definition, "Metrics")
                .add(INT, MAX_ORGANISATIONS, "Max organisations with own metrics", 100, many, Importance.LOW)
                .doc("If a task reads at most this many organisations, each of them has its own metrics. If it reads "
                        + "more, one set of metrics covers all of them, and only failed organisations have metrics of "
                        + "their own.");
    }
}
