package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.config.OrganisationSettings;
import io.github.smartia.connect.config.Properties;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.config.TaskProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.junit.jupiter.api.Test;

class SmartIaSourceConnectorTest {

    private final SmartIaSourceConnector connector = new SmartIaSourceConnector();

    /**
     * A worker calls config, then validate, and describes each value by the definition that config returned. It has one
     * instance for all threads that validate.
     */
    @Test
    void concurrentValidationsAreIndependent() throws Exception {
        ConfigDef oaks = connector.config();

        ConfigDef elms = CompletableFuture.supplyAsync(() -> {
                    ConfigDef definition = connector.config();
                    connector.validate(Map.of("organisations", "elms"));
                    return definition;
                })
                .get();
        connector.validate(Map.of("organisations", "oaks"));

        assertThat(oaks.names()).contains("organisations.oaks.api.key").doesNotContain("organisations.elms.api.key");
        assertThat(elms.names()).contains("organisations.elms.api.key").doesNotContain("organisations.oaks.api.key");
        assertThat(connector.config().names()).doesNotContain("organisations.oaks.api.key");
    }

    @Test
    void exactlyOnceIsSupportedWithAnySettings() {
        assertThat(connector.exactlyOnceSupport(Map.of())).isEqualTo(ExactlyOnceSupport.SUPPORTED);
    }

    @Test
    void organisationIsReadByOneTask() {
        Map<String, String> settings = Map.of("api.key", "a-key", "page.size", "10");
        connector.start(settings);

        assertThat(connector.taskConfigs(5)).containsExactly(settings);
    }

    @Test
    void organisationsAreDistributedOverTheTasks() {
        connector.start(settings("a", "b", "c", "d", "e"));

        List<List<String>> tasks = connector.taskConfigs(2).stream()
                .map(SmartIaSourceConnectorTest::organisations)
                .toList();

        assertThat(tasks).hasSize(2);
        assertThat(tasks).extracting(List::size).containsExactlyInAnyOrder(2, 3);
        assertThat(tasks.stream().flatMap(List::stream)).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
    }

    /** The setting may be a reference to a config provider, which a worker resolves to the names of all organisations. */
    @Test
    void taskHasItsNumberAndNoKeysOfOtherTasks() {
        connector.start(settings("a", "b", "c"));

        List<Map<String, String>> tasks = connector.taskConfigs(3);

        for (Map<String, String> task : tasks) {
            Map<String, String> written = new HashMap<>(task);
            written.put("organisations", "a,b,c");
            assertThat(organisations(written)).isEqualTo(organisations(task)).hasSize(1);
            assertThat(task.values().stream().filter(value -> value.startsWith("key-of-")))
                    .containsExactly("key-of-" + organisations(task).get(0));
            assertThat(task).containsEntry("page.size", "10");
        }
        assertThat(tasks).extracting(TaskProperties::number).containsExactly(0, 1, 2);
        assertThat(TaskProperties.number(Map.of())).isZero();
    }

    private static List<String> organisations(Map<String, String> task) {
        return new SmartIaSourceConfig(task)
                .organisations().stream().map(OrganisationSettings::name).toList();
    }

    private static Map<String, String> settings(String... organisations) {
        return Properties.organisations(List.of(organisations), "page.size", "10");
    }
}
