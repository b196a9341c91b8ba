package io.github.smartia.connect.config;

import io.github.smartia.connect.config.values.FilterValues;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The filters passed to the API; one that is empty lets everything through. */
public record FilterSettings(Set<String> testIds, Set<String> userIds, Set<String> subjects) {

    static final String TEST_IDS = "filter.test.ids";
    static final String USER_IDS = "filter.user.ids";
    static final String SUBJECTS = "filter.subjects";
    static final List<String> ALL = List.of(TEST_IDS, USER_IDS, SUBJECTS);

    public FilterSettings {
        testIds = Set.copyOf(testIds);
        userIds = Set.copyOf(userIds);
        subjects = Set.copyOf(subjects);
    }

    static void define(ConfigDef definition) {
        SettingGroup group = new SettingGroup(definition, "Filters");
        add(
                group,
                TEST_IDS,
                "Test ids",
                "Ids of the tests whose sessions are read, separated by commas; empty means all. A "
                        + "change applies to sessions that are read from then on. Sessions that were filtered "
                        + "out before are not read again.");
        add(
                group,
                USER_IDS,
                "User ids",
                "Ids of the pupils whose sessions are read, separated by commas; empty means all. A "
                        + "change has the same effect as for " + TEST_IDS + ".");
        add(
                group,
                SUBJECTS,
                "Subjects",
                "Subjects of the tests whose sessions are read, as the API writes them, separated by "
                        + "commas; empty means all. A subject with a comma in its name cannot be given. A "
                        + "change has the same effect as for " + TEST_IDS + ".");
    }

    private static void add(SettingGroup group, String setting, String displayName, String documentation) {
        group.add(
                setting,
                ConfigDef.Type.LIST,
                "",
                new FilterValues(),
                Importance.MEDIUM,
                Width.LONG,
                displayName,
                documentation);
    }

    /** @param inUse the name of the setting that holds in place of another */
    static FilterSettings from(AbstractConfig config, UnaryOperator<String> inUse) {
        return new FilterSettings(
                Set.copyOf(config.getList(inUse.apply(TEST_IDS))),
                Set.copyOf(config.getList(inUse.apply(USER_IDS))),
                Set.copyOf(config.getList(inUse.apply(SUBJECTS))));
    }

    /** The names of the settings that hold values. */
    List<String> inUse() {
        Map<String, Set<String>> values = Map.of(TEST_IDS, testIds, USER_IDS, userIds, SUBJECTS, subjects);
        return ALL.stream().filter(filter -> !values.get(filter).isEmpty()).toList();
    }

    /** Shows no value: ids of pupils end up in logs. */
    @Override
    public String toString() {
        return "filters for %d tests, %d users, %d subjects".formatted(testIds.size(), userIds.size(), subjects.size());
    }
}
