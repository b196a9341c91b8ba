package io.github.smartia.connect.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.types.Password;

/** The settings of a definition as Markdown: a table for each group. */
final class SettingsReference {

    private SettingsReference() {}

    static String render(ConfigDef definition) {
        Map<String, List<ConfigKey>> groups = definition.configKeys().values().stream()
                .collect(Collectors.groupingBy(setting -> setting.group, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> table(group.getKey(), group.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String table(String group, List<ConfigKey> settings) {
        return "## " + group + "\n\n"
                + row("Name", "Type", "Default", "Valid values", "Meaning")
                + row("---", "---", "---", "---", "---")
                + settings.stream().map(SettingsReference::row).collect(Collectors.joining());
    }

    private static String row(ConfigKey setting) {
        return row(
                code(setting.name),
                setting.type.toString().toLowerCase(Locale.ROOT),
                defaultOf(setting),
                setting.validator.toString(),
                setting.documentation);
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String defaultOf(ConfigKey setting) {
        if (!setting.hasDefault()) {
            return "none: required";
        }
        String value = setting.defaultValue instanceof Password hidden
                ? hidden.value()
                : ConfigDef.convertToString(setting.defaultValue, setting.type);
        return value.isEmpty() ? "empty" : code(value);
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
