package io.github.smartia.connect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AnnouncementTest {

    private static final ConnectorFile CONNECTOR = new ConnectorFile(
            "fruit", new TreeMap<>(Map.of("page.size", "100")), new TreeMap<>(Map.of("page.size", "100")));

    @Test
    void namesTheConnectorWithItsChangesAndTheAddresses() {
        Announcement announcement =
                new Announcement(CONNECTOR.with("page.size", "5"), Map.of("broker", "127.0.0.1:9092"));

        assertThat(announcement.lines())
                .anyMatch(line -> line.contains("the connector fruit"))
                .contains("  page.size = 5", "broker          127.0.0.1:9092");
    }

    @Test
    void saysWhyThereAreNoNamesAndHowToEnd() {
        assertThat(new Announcement(CONNECTOR, Map.of()).lines())
                .anyMatch(line -> line.contains("no names") && line.contains("children"))
                .anyMatch(line -> line.contains("Ctrl-C"));
    }
}
