package io.github.smartia.connect.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.api.SessionFilter;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationsTest {

    @Test
    void withoutNamesThereIsOneCalledDefault() {
        SmartIaSourceConfig config = new SmartIaSourceConfig(Properties.with(
                "api.url", "http://localhost/v2", "start.date", "2026-09-01", "filter.subjects", "Maths"));

        assertThat(config.namesOrganisations()).isFalse();
        OrganisationSettings only = config.organisations().get(0);
        assertThat(config.organisations()).hasSize(1);
        assertThat(only.name()).isEqualTo("default");
        assertThat(only.api().organisation()).isEqualTo("default");
        assertThat(only.api().url()).isEqualTo(URI.create("http://localhost/v2"));
        assertThat(only.key()).isEqualTo(Properties.KEY);
        assertThat(only.reading().startDate()).contains(Instant.parse("2026-09-01T00:00:00Z"));
        assertThat(only.api().filter()).isEqualTo(filter(List.of(), List.of(), List.of("Maths")));
        assertThat(only.keySetting()).isEqualTo("api.key");
        assertThat(only.filters()).containsExactly("filter.subjects");
    }

    @Test
    void whatAnOrganisationDoesNotSetIsAsTheConnectorHasIt() {
        SmartIaSourceConfig config = config(
                "organisations", "oaks",
                "organisations.oaks.api.key", "key-1",
                "api.url", "http://localhost/v2/",
                "start.date", "2026-09-01",
                "filter.test.ids", "t1",
                "filter.user.ids", "u1,u2",
                "filter.subjects", "Maths");

        OrganisationSettings oaks = config.organisations().get(0);
        assertThat(oaks.api().url()).isEqualTo(URI.create("http://localhost/v2"));
        assertThat(oaks.reading().startDate()).contains(Instant.parse("2026-09-01T00:00:00Z"));
        assertThat(oaks.api().filter()).isEqualTo(filter(List.of("t1"), List.of("u1", "u2"), List.of("Maths")));
        assertThat(oaks.keySetting()).isEqualTo("organisations.oaks.api.key");
        assertThat(oaks.urlSetting()).isEqualTo("api.url");
        assertThat(oaks.filters()).containsExactly("filter.test.ids", "filter.user.ids", "filter.subjects");
    }

    @Test
    void whatAnOrganisationSetsIsItsOwnEvenWhereItIsEmpty() {
        SmartIaSourceConfig config = config(
                "organisations", "elms, oaks",
                "organisations.oaks.api.key", "key-1",
                "organisations.oaks.api.url", "http://127.0.0.1/oaks",
                "organisations.oaks.start.date", "",
                "organisations.oaks.filter.test.ids", "t2",
                "organisations.oaks.filter.user.ids", "",
                "organisations.elms.api.key", "key-2",
                "start.date", "2026-09-01",
                "filter.user.ids", "u1");

        assertThat(config.organisations())
                .extracting(OrganisationSettings::name)
                .containsExactly("elms", "oaks");
        OrganisationSettings oaks = config.organisations().get(1);
        assertThat(oaks.api().url()).isEqualTo(URI.create("http://127.0.0.1/oaks"));
        assertThat(oaks.key()).isEqualTo("key-1");
        assertThat(oaks.reading().startDate()).isEmpty();
        assertThat(oaks.api().filter()).isEqualTo(filter(List.of("t2"), List.of(), List.of()));
        assertThat(oaks.urlSetting()).isEqualTo("organisations.oaks.api.url");
        assertThat(oaks.filters()).containsExactly("organisations.oaks.filter.test.ids");
        assertThat(config.organisations().get(0).api().filter()).isEqualTo(filter(List.of(), List.of("u1"), List.of()));
    }

    @Test
    void theSettingsOfEachAreDescribed() {
        ConfigDef definition = SmartIaSourceConfig.definition(Map.of("organisations", "oaks,elms"));

        assertThat(definition.names())
                .containsAll(SmartIaSourceConfig.definition().names())
                .contains("organisations.elms.api.key", "organisations.oaks.filter.subjects");
        assertThat(definition.configKeys().values())
                .filteredOn(setting -> setting.name.startsWith("organisations."))
                .hasSize(12)
                .allSatisfy(setting -> {
                    assertThat(setting.documentation).endsWith(".");
                    assertThat(setting.displayName).isNotBlank();
                    assertThat(setting.group).startsWith("Organisation ");
                });
    }

    @Test
    void idsToFilterByAreNotShownOnceMoreForEach() {
        ConfigDef definition =
                SmartIaSourceConfig.definition(Map.of("organisations", "oaks", "filter.user.ids", "pupil-1"));

        assertThat(definition.defaultValues().get("organisations.oaks.filter.user.ids"))
                .isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"oaks,,elms", "oaks,oaks", "oaks school", "oaks.school", "-oaks", "örebro", "a/b", "a\"b", "a=b"
            })
    void aNameThatIsNonePutsTheErrorOnTheList(String names) {
        assertThat(errors("organisations", names)).containsOnlyKeys("organisations");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oaks", "Oaks-2", "0_a", "a"})
    void aPlainNameIsTaken(String name) {
        assertThat(errors("organisations", name, "organisations." + name + ".api.key", "key-1"))
                .isEmpty();
    }

    @Test
    void namesAreNoLongerThanSixtyFour() {
        String longest = "a".repeat(64);

        assertThat(errors("organisations", longest, "organisations." + longest + ".api.key", "key-1"))
                .isEmpty();
        assertThat(errors("organisations", longest + "a")).containsOnlyKeys("organisations");
    }

    @Test
    void eachNeedsAKey() {
        assertThat(errors("organisations", "oaks,elms", "organisations.elms.api.key", "key-2"))
                .containsOnlyKeys("organisations.oaks.api.key");
    }

    @Test
    void theKeyOfOneIsNotSetTogetherWithTheNamesOfMany() {
        assertThat(errors("organisations", "oaks", "organisations.oaks.api.key", "key-1", "api.key", "key-2"))
                .containsOnlyKeys("api.key")
                .extractingByKey("api.key")
                .asString()
                .contains("organisations.default.api.key")
                .doesNotContain("key-2");
    }

    @Test
    void withoutEitherTheKeyIsMissing() {
        assertThat(errors())
                .containsOnlyKeys("api.key")
                .extractingByKey("api.key")
                .asString()
                .contains("organisations");
    }

    @Test
    void aSettingOfOneThatIsNotNamedIsAnErrorOfTheList() {
        assertThat(errors(
                        "organisations", "oaks",
                        "organisations.oaks.api.key", "key-1",
                        "organisations.ashes.api.key", "stray-value"))
                .containsOnlyKeys("organisations")
                .extractingByKey("organisations")
                .asString()
                .contains("organisations.ashes.api.key", "does not name ashes")
                .doesNotContain("stray-value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"organisations.oaks.api.kye", "organisations.oaks", "organisations.oaks.page.size"})
    void whatAnOrganisationCannotSetIsAnErrorOfThatName(String setting) {
        assertThat(errors("organisations", "oaks", "organisations.oaks.api.key", "key-1", setting, "stray-value"))
                .containsOnlyKeys(setting)
                .extractingByKey(setting)
                .asString()
                .contains(setting, "Did you mean organisations.oaks.")
                .doesNotContain("stray-value");
    }

    @Test
    void settingsOfAnOrganisationWithoutAListAreStrays() {
        assertThat(errors("api.key", "key-2", "organisations.oaks.api.key", "key-1"))
                .containsOnlyKeys("organisations");
    }

    @Test
    void twoDoNotShareAKeyAtOneUrl() {
        assertThat(errors(
                        "organisations", "oaks,elms",
                        "organisations.oaks.api.key", "the-same",
                        "organisations.elms.api.key", "the-same"))
                .containsOnlyKeys("organisations.elms.api.key")
                .extractingByKey("organisations.elms.api.key")
                .asString()
                .contains("oaks")
                .doesNotContain("the-same");
        assertThat(errors(
                        "organisations", "oaks,elms",
                        "organisations.oaks.api.key", "the-same",
                        "organisations.elms.api.url", "http://localhost/other",
                        "organisations.elms.api.key", "the-same"))
                .isEmpty();
    }

    @Test
    void aWrongSettingOfOneIsAnErrorOfThatSetting() {
        assertThat(errors(
                        "organisations", "oaks",
                        "organisations.oaks.api.key", "two words",
                        "organisations.oaks.api.url", "http://century.tech",
                        "organisations.oaks.start.date", "soon",
                        "organisations.oaks.filter.subjects", "a,,b"))
                .containsOnlyKeys(
                        "organisations.oaks.api.key",
                        "organisations.oaks.api.url",
                        "organisations.oaks.start.date",
                        "organisations.oaks.filter.subjects");
    }

    @Test
    void theGetCallTakesThirtyValuesOfAFilterOfOne() {
        String many = IntStream.range(0, 31).mapToObj(Integer::toString).collect(Collectors.joining(","));
        assertThat(errors(
                        "organisations", "oaks,elms",
                        "organisations.oaks.api.key", "key-1",
                        "organisations.elms.api.key", "key-2",
                        "organisations.oaks.filter.test.ids", many,
                        "in.progress.endpoint", "in-progress"))
                .containsOnlyKeys("organisations.oaks.filter.test.ids");
    }

    @Test
    void aWrongSettingOfTheConnectorIsNotRepeatedForEach() {
        assertThat(errors("organisations", "oaks", "organisations.oaks.api.key", "key-1", "api.url", "nowhere"))
                .containsOnlyKeys("api.url");
    }

    @Test
    void whatIsAtOddsIsRefusedByTheTaskToo() {
        assertThatThrownBy(() -> config("organisations", "oaks", "api.key", "key-2", "organisations.oaks.api.key", "k"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("api.key");
    }

    private static SessionFilter filter(List<String> testIds, List<String> userIds, List<String> subjects) {
        return new SessionFilter(testIds, userIds, subjects);
    }

    private static SmartIaSourceConfig config(String... settings) {
        return new SmartIaSourceConfig(map(settings));
    }

    private static Map<String, List<String>> errors(String... settings) {
        return SettingsValidation.validate(map(settings)).stream()
                .filter(setting -> !setting.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
    }

    private static Map<String, String> map(String... settings) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return map;
    }
}
