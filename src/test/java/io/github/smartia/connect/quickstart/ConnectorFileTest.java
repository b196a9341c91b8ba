package io.github.smartia.connect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.stack.AvroConverterPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorFileTest {

    private static final AvroConverterPlugin CONVERTER = new AvroConverterPlugin(
            "org.example.OtherConverter", Map.of("url", "http://127.0.0.1:1"), Path.of("plugins"));

    @TempDir
    private Path directory;

    private ConnectorFile connector;

    @BeforeEach
    void read() throws IOException {
        connector = ConnectorFile.read(Files.writeString(directory.resolve("connector.json"), """
                {
                  "name": "fruit",
                  "config": {
                    "api.key": "${env:KEY}",
                    "page.size": "100",
                    "key.converter": "org.example.Converter",
                    "key.converter.registry": "http://localhost:8081",
                    "value.converter": "org.example.Converter",
                    "value.converter.registry": "http://localhost:8081"
                  }
                }
                """));
    }

    @Test
    void holdsWhatTheFileSays() {
        assertThat(connector.name()).isEqualTo("fruit");
        assertThat(connector.settings())
                .hasSize(6)
                .containsEntry("api.key", "${env:KEY}")
                .containsEntry("key.converter.registry", "http://localhost:8081");
        assertThat(connector.changes()).isEmpty();
    }

    @Test
    void tellsWhatWasChangedAndAdded() {
        ConnectorFile changed = connector
                .with("page.size", "50")
                .with("poll.interval.ms", "1000")
                .with("api.key", "${env:KEY}");

        assertThat(changed.settings()).containsEntry("page.size", "50").containsEntry("poll.interval.ms", "1000");
        assertThat(changed.changes()).containsExactly("page.size = 50", "poll.interval.ms = 1000");
    }

    @Test
    void anotherConverterReplacesTheFilesWithItsSettings() {
        ConnectorFile changed = connector.withConverter(CONVERTER);

        assertThat(changed.settings())
                .containsOnlyKeys(
                        "api.key",
                        "page.size",
                        "key.converter",
                        "key.converter.url",
                        "value.converter",
                        "value.converter.url");
        assertThat(changed.changes())
                .containsExactly(
                        "(key|value).converter = org.example.OtherConverter",
                        "(key|value).converter.registry left out",
                        "(key|value).converter.url = http://127.0.0.1:1");
    }
}
