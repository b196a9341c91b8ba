package io.github.smartia.connect.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.api.SessionFilter;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

/** {@code ValidationWalksTest} has what people get wrong with organisations. */
class OrganisationsTest {

    private static final String[] SHARED = {
        "api.url", "http://localhost/v2/",
        "start.date", "2026-09-01",
        "filter.test.ids", "t1",
        "filter.user.ids", "u1,u2",
        "filter.subjects", "Maths"
    };
    private static final SessionFilter SHARED_FILTER =
            new SessionFilter(List.of("t1"), List.of("u1", "u2"), List.of("Maths"));

    @Test
    void withoutNamesThereIsOneCalledDefault() {
        SmartIaSourceConfig config = new SmartIaSourceConfig(Properties.with(SHARED));

        assertThat(config.namesOrganisations()).isFalse();
        assertThat(config.organisations()).singleElement().satisfies(only -> {
            assertThat(only.name()).isEqualTo("default");
            assertThat(only.api().organisation()).isEqualTo("default");
            assertThat(only.key()).isEqualTo(Properties.KEY);
            assertThat(only.keySetting()).isEqualTo("api.key");
            assertAsShared(only);
        });
    }

    @Test
    void whatAnOrganisationDoesNotSetIsShared() {
        SmartIaSourceConfig config = new SmartIaSourceConfig(Properties.organisations(List.of("oaks"), SHARED));

        assertThat(config.namesOrganisations()).isTrue();
        assertThat(config.organisations()).singleElement().satisfies(oaks -> {
            assertThat(oaks.keySetting()).isEqualTo("organisations.oaks.api.key");
            assertThat(oaks.urlSetting()).isEqualTo("api.url");
            assertAsShared(oaks);
        });
    }

    private static void assertAsShared(OrganisationSettings organisation) {
        assertThat(organisation.api().url()).isEqualTo(URI.create("http://localhost/v2"));
        assertThat(organisation.reading().startDate()).contains(Instant.parse("2026-09-01T00:00:00Z"));
        assertThat(organisation.api().filter()).isEqualTo(SHARED_FILTER);
        assertThat(organisation.filters()).containsExactly("filter.test.ids", "filter.user.ids", "filter.subjects");
    }

    @Test
    void whatAnOrganisationSetsIsItsOwnEvenIfEmpty() {
        Map<String, String> settings = Properties.organisations(List.of("elms", "oaks"), SHARED);
        settings.put("organisations.oaks.api.url", "http://127.0.0.1/oaks");
        settings.put("organisations.oaks.start.date", "");
        settings.put("organisations.oaks.filter.test.ids", "t2");
        settings.put("organisations.oaks.filter.user.ids", "");
        settings.put("organisations.oaks.filter.subjects", "");

        List<OrganisationSettings> both = new SmartIaSourceConfig(settings).organisations();

        assertThat(both).extracting(OrganisationSettings::name).containsExactly("elms", "oaks");
        assertThat(both.get(0).api().filter()).isEqualTo(SHARED_FILTER);
        OrganisationSettings oaks = both.get(1);
        assertThat(oaks.key()).isEqualTo("key-of-oaks");
        assertThat(oaks.api().url()).isEqualTo(URI.create("http://127.0.0.1/oaks"));
        assertThat(oaks.urlSetting()).isEqualTo("organisations.oaks.api.url");
        assertThat(oaks.reading().startDate()).isEmpty();
        assertThat(oaks.api().filter()).isEqualTo(new SessionFilter(List.of("t2"), List.of(), List.of()));
        assertThat(oaks.filters()).containsExactly("organisations.oaks.filter.test.ids");
    }

    @Test
    void settingsOfEachOrganisationAreDescribed() {
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
    void idsToFilterByAreNotRepeatedAsDefaults() {
        ConfigDef definition =
                SmartIaSourceConfig.definition(Map.of("organisations", "oaks", "filter.user.ids", "pupil-1"));

        assertThat(definition.defaultValues().get("organisations.oaks.filter.user.ids"))
                .isEqualTo(List.of());
    }

    @Test
    void settingsAtOddsFailTheTaskToo() {
        Map<String, String> settings = Properties.organisations(List.of("oaks"), "api.key", "key-2");

        assertThatThrownBy(() -> new SmartIaSourceConfig(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("api.key");
    }
}
