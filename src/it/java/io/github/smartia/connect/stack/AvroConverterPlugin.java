package io.github.smartia.connect.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The converter by which workers write Avro in Confluent's wire format.
 *
 * @param className of the converter
 * @param properties its settings, without {@code key.converter.} or {@code value.converter.}
 * @param pluginPath the directory that holds its plugin directory
 */
public record AvroConverterPlugin(String className, Map<String, String> properties, Path pluginPath) {

    /**
     * The converter whose jars the build put into a directory, told by the directory's name; makes it a plugin.
     *
     * @param registry the root of the registry that it is to use
     */
    static AvroConverterPlugin in(Path directory, URI registry) {
        String maker = directory.getFileName().toString();
        return switch (maker) {
            // Its settings make it write what Confluent's own converter would write.
            case "apicurio" ->
                plugin(
                        directory,
                        "io.apicurio.registry.utils.converter.AvroConverter",
                        Map.of(
                                "apicurio.registry.url", registry + "/apis/registry/v2",
                                "apicurio.registry.auto-register", "true",
                                "apicurio.registry.as-confluent", "true",
                                "apicurio.registry.use-id", "contentId",
                                "apicurio.registry.headers.enabled", "false"));
            case "confluent" ->
                plugin(
                        directory,
                        "io.confluent.connect.avro.AvroConverter",
                        Map.of(
                                "schema.registry.url",
                                SchemaRegistry.confluentUri(registry).toString()));
            default -> throw new IllegalArgumentException("No Avro converter is known by the name " + maker);
        };
    }

    /** The settings of a converter for {@code role}: {@code key.converter} or {@code value.converter}. */
    public Map<String, String> settings(String role) {
        Map<String, String> settings = new HashMap<>(Map.of(role, className));
        properties.forEach((name, value) -> settings.put(role + "." + name, value));
        return settings;
    }

    private static AvroConverterPlugin plugin(Path directory, String className, Map<String, String> properties) {
        // The converters' jars have no service manifest, without which a worker would have to scan all classes.
        SmallJar.write(
                directory.resolve("services.jar"), Map.of("org.apache.kafka.connect.storage.Converter", className));
        return new AvroConverterPlugin(className, properties, directory.getParent());
    }
}
