package io.github.smartia.connect.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The converter by which workers write Avro in Confluent's wire format.
 *
 * @param properties its settings, without {@code key.converter.} or {@code value.converter.}
 * @param pluginPath the directory that holds its plugin directory
 */
public record AvroConverterPlugin(String className, Map<String, String> properties, Path pluginPath) {

    /** The converter whose jars the build put into a directory, which bears its maker's name; makes it a plugin. */
    static AvroConverterPlugin in(Path directory, URI registry) {
        String settings = Resource.text("converter-" + directory.getFileName() + ".properties");
        Map<String, String> properties = new HashMap<>(
                WorkerFile.of(settings.replace("REGISTRY", registry.toString())).settings());
        String className = properties.remove("converter");
        // The converters' jars have no service manifest, without which a worker would have to scan all classes.
        SmallJar.write(
                directory.resolve("services.jar"), Map.of("org.apache.kafka.connect.storage.Converter", className));
        return new AvroConverterPlugin(className, properties, directory.getParent());
    }

    /** The settings of a converter for {@code role}: {@code key.converter} or {@code value.converter}. */
    public Map<String, String> settings(String role) {
        Map<String, String> settings = new HashMap<>(Map.of(role, className));
        properties.forEach((name, value) -> settings.put(role + "." + name, value));
        return settings;
    }
}
