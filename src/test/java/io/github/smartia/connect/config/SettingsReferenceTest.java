package io.github.smartia.connect.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.config.values.NumberRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.junit.jupiter.api.Test;

class SettingsReferenceTest {

    private static final Path PAGE = Path.of("src", "docs", "settings.md");
    private static final String BEGIN = "<!-- settings:begin -->\n";
    private static final String END = "<!-- settings:end -->";

    @Test
    void thePageDescribesTheSettingsAsTheyAre() throws IOException {
        String page = Files.readString(PAGE);
        String expected = withReference(
                page, SettingsReference.render(SmartIaSourceConfig.definition(Map.of("organisations", "NAME"))));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page)
                    .as(
                            "src/docs/settings.md, which `mvn test -Dtest=SettingsReferenceTest -Ddocs.write=true` brings up to date")
                    .isEqualTo(expected);
        }
    }

    @Test
    void aGroupBecomesATable() {
        ConfigDef definition = new ConfigDef();
        SettingGroup group = new SettingGroup(definition, "Fruit");
        group.add(ConfigDef.Type.INT, "apples", "Apples", 3, NumberRange.between(1, 9), Importance.LOW)
                .doc("How many | how red.");
        LambdaValidator any = LambdaValidator.with((setting, value) -> {}, () -> "any");
        group.add(ConfigDef.Type.PASSWORD, "secret", "Secret", ConfigDef.NO_DEFAULT_VALUE, any, Importance.LOW)
                .doc("Where they grow.");

        assertThat(SettingsReference.render(definition)).isEqualTo("""
                        ## Fruit

                        | Name | Type | Default | Valid values | Meaning |
                        | --- | --- | --- | --- | --- |
                        | `apples` | int | `3` | 1 to 9 | How many \\| how red. |
                        | `secret` | password | none: required | any | Where they grow. |
                        """);
    }

    private static String withReference(String page, String reference) {
        assertThat(page).contains(BEGIN, END);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        return page.substring(0, begin) + "\n" + reference + "\n" + page.substring(end);
    }
}
