package io.github.smartia.connect.config;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.github.smartia.connect.record.CommittedText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;

/** Keeps the tables of {@code settings.md} equal to the settings; {@code -Ddocs.write=true} rewrites them. */
class SettingsReferenceTest {

    @Test
    void pageDescribesTheSettingsAsTheyAre() throws IOException {
        ConfigDef definition = SmartIaSourceConfig.definition(Map.of("organisations", "NAME"));
        Map<String, List<ConfigKey>> groups = definition.configKeys().values().stream()
                .collect(groupingBy(setting -> setting.group, LinkedHashMap::new, Collectors.toList()));

        CommittedText.page("settings.md")
                .assertHolds(
                        "settings",
                        groups.entrySet().stream()
                                .map(group -> "\n## " + group.getKey() + "\n\n" + table(group.getValue()))
                                .collect(joining("", "", "\n")));
    }

    private static String table(List<ConfigKey> settings) {
        return row("Name", "Type", "Default", "Valid values", "Meaning")
                + row("---", "---", "---", "---", "---")
                + settings.stream().map(SettingsReferenceTest::row).collect(joining());
    }

    private static String row(ConfigKey setting) {
        return row(
                "`" + setting.name + "`",
                setting.type.toString().toLowerCase(Locale.ROOT),
                defaultOf(setting),
                setting.validator.toString(),
                setting.documentation);
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(cell -> cell.replace("|", "\\|")).collect(joining(" | ", "| ", " |\n"));
    }

    private static String defaultOf(ConfigKey setting) {
        if (!setting.hasDefault()) {
            return "none: required";
        }
        String value = setting.defaultValue instanceof Password hidden
                ? hidden.value()
                : ConfigDef.convertToString(setting.defaultValue, setting.type);
        return value.isEmpty() ? "empty" : "`" + value + "`";
    }
}
