package io.github.smartia.connect.stack;

import java.nio.file.Path;
import java.util.Map;

/**
 * The converter by which workers write Avro in Confluent's wire format.
 *
 * @param className of the converter
 * @param properties its settings, without {@code key.converter.} or {@code value.converter.}
 * @param pluginPath the directory that holds its plugin directory
 */
public record AvroConverterPlugin(String className, Map<String, String> properties, Path pluginPath) {

    public AvroConverterPlugin {
        properties = Map.copyOf(properties);
    }

    /** Apicurio's converter; its settings make it write what Confluent's own converter would write. */
    static AvroConverterPlugin apicurio(StackDirectories directories, SchemaRegistry registry) {
        String className = "io.apicurio.registry.utils.converter.AvroConverter";
        // The converter's jar has no service manifest, without which a worker would have to scan all classes.
        SmallJar.of()
                .providing("org.apache.kafka.connect.storage.Converter", className)
                .write(directories.converter().resolve("apicurio").resolve("services.jar"));
        return new AvroConverterPlugin(
                className,
                Map.of(
                        "apicurio.registry.url", registry.uri() + "/apis/registry/v2",
                        "apicurio.registry.auto-register", "true",
                        "apicurio.registry.as-confluent", "true",
                        "apicurio.registry.use-id", "contentId",
                        "apicurio.registry.headers.enabled", "false"),
                directories.converter());
    }
}
