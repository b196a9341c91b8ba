package io.github.smartia.connect.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/** A registry that lets a test see what it shows. */
final class ShownMetrics implements MetricRegistry {

    private final Map<List<String>, DoubleSupplier> values = new HashMap<>();

    @Override
    public void add(String name, String description, Map<String, String> tags, DoubleSupplier value) {
        List<String> key = new ArrayList<>(tags.values());
        key.add(name);
        if (values.putIfAbsent(key, value) != null) {
            throw new IllegalArgumentException("there is " + key + " already");
        }
    }

    double value(String organisation, String stream, String name) {
        return values.get(List.of(organisation, stream, name)).getAsDouble();
    }

    /** The names of what is shown of a stream. */
    Set<String> names(String organisation, String stream) {
        return values.keySet().stream()
                .filter(key -> key.subList(0, 2).equals(List.of(organisation, stream)))
                .map(key -> key.get(2))
                .collect(Collectors.toSet());
    }

    /** Whose metrics are shown. */
    Set<String> organisations() {
        return values.keySet().stream().map(key -> key.get(0)).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        values.clear();
    }
}
