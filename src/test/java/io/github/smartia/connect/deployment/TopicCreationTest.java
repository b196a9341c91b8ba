package io.github.smartia.connect.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.quickstart.ConnectorFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Connect makes of a topic's name by the {@code topic.creation} settings of each connector in the repository. */
class TopicCreationTest {

    static List<ConnectorFile> connectors() throws IOException {
        List<ConnectorFile> connectors = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("config"), "*.json")) {
            files.forEach(file -> connectors.add(ConnectorFile.read(file)));
        }
        assertThat(connectors).hasSizeGreaterThan(5);
        connectors.add(ConnectorFile.read(Path.of("docker/connector.json")));
        connectors.add(StrimziResource.connector(Path.of("config/strimzi/kafka-connector.yaml")));
        return connectors;
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void sessionsAreCompactedAndDeadLettersDeletedByTime(ConnectorFile connector) {
        for (String topic : List.of(
                "smart-ia.sessions.completed",
                "smart-ia.sessions.in-progress",
                "deadham-school.completed",
                "oaks.open-sessions")) {
            assertSetting(connector, topic, "cleanup.policy", "compact");
        }
        for (String topic : List.of(
                "smart-ia.dead-letters", "smart-ia.sessions.dead", "dead_letters", "DEADLETTER", "smart-ia-dlq")) {
            assertSetting(connector, topic, "cleanup.policy", "delete");
            assertSetting(connector, topic, "retention.ms", "2592000000");
        }
    }

    private static void assertSetting(ConnectorFile connector, String topic, String name, String value) {
        String group = group(connector.settings(), topic);
        assertThat(connector.settings()).containsEntry("topic.creation." + group + "." + name, value);
    }

    /** The first group that includes the topic, as Connect looks for it. */
    private static String group(Map<String, String> settings, String topic) {
        return Arrays.stream(settings.get("topic.creation.groups").split(","))
                .filter(group -> topic.matches(settings.get("topic.creation." + group + ".include")))
                .findFirst()
                .orElse("default");
    }
}
