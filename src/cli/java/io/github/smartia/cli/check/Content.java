package io.github.smartia.cli.check;

import io.github.smartia.cli.api.Seen;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Compares a session that was shown twice. */
final class Content {

    private Content() {}

    /** Whether they differ in more than the order of fields and lists. */
    static boolean differ(Seen one, Seen other) {
        return !canonical(one.json()).equals(canonical(other.json()));
    }

    /** Whether they differ only in the order of lists. */
    static boolean differInOrderAlone(Seen one, Seen other) {
        return !one.json().equals(other.json()) && !differ(one, other);
    }

    private static String canonical(JsonNode node) {
        if (node.isArray()) {
            List<String> sorted =
                    node.valueStream().map(Content::canonical).sorted().toList();
            return sorted.toString();
        }
        if (node.isObject()) {
            Map<String, String> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), canonical(field.getValue())));
            return fields.toString();
        }
        return node.toString();
    }
}
