package io.github.smartia.connect.config;

import static org.apache.kafka.common.config.ConfigDef.Type.LIST;

import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.config.values.DistinctValues;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The filters sent to the API; an empty one excludes nothing. */
final class FilterSettings {

    static final String TEST_IDS = "filter.test.ids";
    static final String USER_IDS = "filter.user.ids";
    static final String SUBJECTS = "filter.subjects";
    static final List<String> ALL = List.of(TEST_IDS, USER_IDS, SUBJECTS);

    private FilterSettings() {}

    static void define(ConfigDef definition) {
        SettingGroup group = new SettingGroup(definition, "Filters");
        group.add(LIST, TEST_IDS, "Test ids", "", DistinctValues.any(), Importance.MEDIUM)
                .doc("Ids of the tests whose sessions are read, separated by commas; empty means all. A change applies "
                        + "to sessions that are read from then on. Sessions that were filtered out before are not read "
                        + "again.");
        group.add(LIST, USER_IDS, "User ids", "", DistinctValues.any(), Importance.MEDIUM)
                .doc("Ids of the pupils whose sessions are read, separated by commas; empty means all. A change has "
                        + "the same effect as for " + TEST_IDS + ".");
        group.add(LIST, SUBJECTS, "Subjects", "", DistinctValues.any(), Importance.MEDIUM)
                .doc("Subjects of the tests whose sessions are read, as the API writes them, separated by commas; "
                        + "empty means all. A subject whose name contains a comma cannot be used. A change has the same "
                        + "effect as for " + TEST_IDS + ".");
    }

    /** @param inUse maps the name of a connector's setting to the name of the setting that applies */
    static SessionFilter from(AbstractConfig config, UnaryOperator<String> inUse) {
        return new SessionFilter(
                values(config, inUse.apply(TEST_IDS)),
                values(config, inUse.apply(USER_IDS)),
                values(config, inUse.apply(SUBJECTS)));
    }

    private static List<String> values(AbstractConfig config, String setting) {
        return config.getList(setting).stream().sorted().toList();
    }
}
