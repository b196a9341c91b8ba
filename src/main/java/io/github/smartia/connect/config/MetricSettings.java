package io.github.smartia.connect.config;

import io.github.smartia.connect.config.values.NumberRange;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;

/**
 * How much metrics tell.
 *
 * @param maxOrganisations of more than so many in one task, metrics tell of all together
 */
public record MetricSettings(int maxOrganisations) {

    static final String MAX_ORGANISATIONS = "metrics.max.organisations";

    static void define(ConfigDef definition) {
        new SettingGroup(definition, "Metrics")
                .add(
                        MAX_ORGANISATIONS,
                        ConfigDef.Type.INT,
                        100,
                        NumberRange.between(0, 10_000),
                        Importance.LOW,
                        Width.SHORT,
                        "Max organisations with own metrics",
                        "Organisations of one task up to which each has its own metrics, 34 of them. If a "
                                + "task reads more, its metrics cover all of them together, and only failed "
                                + "organisations have their own.");
    }

    static MetricSettings from(AbstractConfig config) {
        return new MetricSettings(config.getInt(MAX_ORGANISATIONS));
    }
}
