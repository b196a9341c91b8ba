package io.github.smartia.connect.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;

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
    Collection<String> names(String organisation, String stream) {
        Set<String> names = new HashSet<>();
        values.keySet().stream()
                .filter(key -> key.get(0).equals(organisation) && key.get(1).equals(stream))
                .forEach(key -> names.add(key.get(2)));
        return names;
    }

    /** Whose metrics are shown. */
    Collection<String> organisations() {
        Set<String> organisations = new HashSet<>();
        values.keySet().forEach(key -> organisations.add(key.get(0)));
        return organisations;
    }

    @Override
    public void close() {
        values.clear();
    }
}
