package io.github.smartia.connect;

import io.github.smartia.connect.simulated.SimulatedSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a flat record must hold of a session. Shares no code with the connector. */
final class FlatTruth {

    private static final List<String> RESULT =
            List.of("result_createdDate", "result_level", "result_duration", "result_durationSeconds");

    private FlatTruth() {}

    /** The columns by their names, dates in milliseconds or days since 1970. */
    static Map<String, Object> of(SimulatedSession session) {
        Map<String, Object> nested = SessionTruth.of(session);
        Map<String, Object> columns = new HashMap<>();
        if (session.isCompleted()) {
            RESULT.forEach(column -> columns.put(column, null));
        }
        for (String struct : List.of("user", "test", "result")) {
            if (nested.remove(struct) instanceof Map<?, ?> fields) {
                fields.forEach((name, value) -> columns.put(struct + "_" + name, value));
            }
        }
        columns.putAll(nested);
        columns.computeIfPresent("user_emails", (name, emails) -> joined((List<?>) emails));
        columns.computeIfPresent("additionalFields", (name, fields) -> json((Map<?, ?>) fields));
        return columns;
    }

    private static String joined(List<?> emails) {
        return emails.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private static String json(Map<?, ?> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                        .collect(Collectors.joining(",", "{", "}"));
    }
}
