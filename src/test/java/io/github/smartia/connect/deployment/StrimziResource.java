package io.github.smartia.connect.deployment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.github.smartia.connect.quickstart.ConnectorFile;
import io.strimzi.api.kafka.model.connector.KafkaConnectorSpec;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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

    static <T> StrimziResource<T> read(String yaml, Class<T> spec) {
        JsonNode resource = STRICT.readTree(yaml);
        return new StrimziResource<>(
                resource.path("apiVersion").asString(),
                resource.path("kind").asString(),
                STRICT.treeToValue(resource.path("metadata"), ObjectMeta.class),
                STRICT.treeToValue(resource.path("spec"), spec));
    }

    /** The connector that Strimzi's operator would create. */
    static ConnectorFile connector(Path file) throws IOException {
        StrimziResource<KafkaConnectorSpec> resource = read(Files.readString(file), KafkaConnectorSpec.class);
        SortedMap<String, String> settings = new TreeMap<>();
        resource.spec().getConfig().forEach((setting, value) -> settings.put(setting, value.toString()));
        settings.put("connector.class", resource.spec().getClassName());
        settings.put("tasks.max", resource.spec().getTasksMax().toString());
        return new ConnectorFile(resource.metadata().getName(), settings, settings);
    }

    /** The getters of fields that must be given and are not. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        collectMissing(spec, missing);
        return missing;
    }

    private static void collectMissing(Object value, List<String> missing) {
        if (value instanceof Collection<?> elements) {
            elements.forEach(element -> collectMissing(element, missing));
        } else if (value != null && value.getClass().getName().startsWith("io.strimzi.")) {
            for (Method getter : value.getClass().getMethods()) {
                if (getter.getName().startsWith("get") && getter.getParameterCount() == 0) {
                    Object field = get(getter, value);
                    if (field == null && isRequired(getter)) {
                        missing.add(getter.toString());
                    }
                    collectMissing(field, missing);
                }
            }
        }
    }

    private static boolean isRequired(Method getter) {
        JsonProperty property = getter.getAnnotation(JsonProperty.class);
        return property != null && property.required();
    }

    private static Object get(Method getter, Object from) {
        try {
            return getter.invoke(from);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Can't ask " + getter, e);
        }
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
