package io.github.smartia.connect.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvroConverterPluginTest {

    private static final URI REGISTRY = URI.create("http://127.0.0.1:8081");

    @TempDir
    private Path directory;

    @Test
    void confluentsConverterSpeaksToTheRegistryInConfluentsWay() {
        AvroConverterPlugin plugin = AvroConverterPlugin.in(directory.resolve("confluent"), REGISTRY);

        assertThat(plugin.className()).isEqualTo("io.confluent.connect.avro.AvroConverter");
        assertThat(plugin.properties())
                .isEqualTo(Map.of("schema.registry.url", "http://127.0.0.1:8081/apis/ccompat/v7"));
        assertThat(plugin.pluginPath()).isEqualTo(directory);
    }

    @Test
    void apicuriosConverterWritesWhatConfluentsWould() {
        AvroConverterPlugin plugin = AvroConverterPlugin.in(directory.resolve("apicurio"), REGISTRY);

        assertThat(plugin.className()).isEqualTo("io.apicurio.registry.utils.converter.AvroConverter");
        assertThat(plugin.properties())
                .containsEntry("apicurio.registry.url", "http://127.0.0.1:8081/apis/registry/v2")
                .containsEntry("apicurio.registry.as-confluent", "true");
        assertThat(plugin.pluginPath()).isEqualTo(directory);
    }

    @ParameterizedTest
    @CsvSource({
        "apicurio, io.apicurio.registry.utils.converter.AvroConverter",
        "confluent, io.confluent.connect.avro.AvroConverter"
    })
    void theConverterIsFoundByItsServiceManifest(String maker, String className) throws IOException {
        AvroConverterPlugin.in(directory.resolve(maker), REGISTRY);

        try (JarFile jar = new JarFile(
                        directory.resolve(maker).resolve("services.jar").toFile());
                InputStream manifest = jar.getInputStream(
                        jar.getEntry("META-INF/services/org.apache.kafka.connect.storage.Converter"))) {
            assertThat(new String(manifest.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(className);
        }
    }

    @Test
    void anUnknownMakerIsRefused() {
        assertThatThrownBy(() -> AvroConverterPlugin.in(directory.resolve("nobody"), REGISTRY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
    }
}
