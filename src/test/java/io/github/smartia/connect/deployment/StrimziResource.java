package io.github.smartia.connect.deployment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.github.smartia.connect.quickstart.ConnectorFile;
import io.github.smartia.connect.stack.Unchecked;
import io.strimzi.api.kafka.model.connector.KafkaConnectorSpec;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A resource for Strimzi, read by the classes that Strimzi makes its schemas from. A field that they don't know is
 * refused.
 */
record StrimziResource<T>(String apiVersion, String kind, ObjectMeta metadata, T spec) {

    private static final YAMLMapper STRICT = YAMLMapper.builder()
            .annotationIntrospector(new NothingElse())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static <T> StrimziResource<T> read(Path file, Class<T> spec) {
        JsonNode resource = STRICT.readTree(file.toFile());
        return new StrimziResource<>(
                resource.path("apiVersion").asString(),
                resource.path("kind").asString(),
                STRICT.treeToValue(resource.path("metadata"), ObjectMeta.class),
                STRICT.treeToValue(resource.path("spec"), spec));
    }

    /** The connector that Strimzi's operator would create. */
    static ConnectorFile connector(Path file) {
        StrimziResource<KafkaConnectorSpec> resource = read(file, KafkaConnectorSpec.class);
        SortedMap<String, String> settings = new TreeMap<>();
        resource.spec().getConfig().forEach((setting, value) -> settings.put(setting, value.toString()));
        settings.put("connector.class", resource.spec().getClassName());
        settings.put("tasks.max", resource.spec().getTasksMax().toString());
        return new ConnectorFile(resource.metadata().getName(), settings, settings);
    }

    /** The getters of fields that must be given and are not. */
    List<String> missing() {
        return missing(spec).toList();
    }

    private static Stream<String> missing(Object value) {
        if (value instanceof Collection<?> elements) {
            return elements.stream().flatMap(StrimziResource::missing);
        }
        if (value == null || !value.getClass().getName().startsWith("io.strimzi.")) {
            return Stream.empty();
        }
        return Stream.of(value.getClass().getMethods())
                .filter(getter -> getter.getName().startsWith("get") && getter.getParameterCount() == 0)
                .flatMap(getter -> {
                    Object field = Unchecked.get(() -> getter.invoke(value));
                    return field == null && isRequired(getter) ? Stream.of(getter.toString()) : missing(field);
                });
    }

    private static boolean isRequired(Method getter) {
        JsonProperty property = getter.getAnnotation(JsonProperty.class);
        return property != null && property.required();
    }

    /** Strimzi's classes would keep unknown fields in a map. */
    private static final class NothingElse extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(MapperConfig<?> config, Annotated annotated) {
            return false;
        }
    }
}
