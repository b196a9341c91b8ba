package io.github.smartia.connect;

import io.github.smartia.connect.simulated.SimulatedSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from a session's own JSON what its record must hold. Shares no code with the connector. */
public final class SessionTruth {

    private static final Map<String, Function<JsonNode, Object>> SESSION = texts("sessionId", "status");
    private static final Map<String, Function<JsonNode, Object>> USER = texts(
            "userId", "username", "fullName", "firstName", "middleName", "lastName", "gender", "upn", "externalId");
    private static final Map<String, Function<JsonNode, Object>> TEST =
            texts("testId", "testVersionId", "name", "subject");
    private static final Map<String, Function<JsonNode, Object>> RESULT = texts("level", "duration");

    static {
        SESSION.put("startDate", SessionTruth::millis);
        USER.put("emails", array -> array.valueStream().map(JsonNode::asString).toList());
        USER.put("dateOfBirth", date -> LocalDate.parse(date.asString()).toEpochDay());
        RESULT.put("createdDate", SessionTruth::millis);
    }

    private final Map<String, Object> additional = new HashMap<>();

    private SessionTruth() {}

    /** The fields by their names, structs as maps, dates in milliseconds or days since 1970. */
    public static Map<String, Object> of(SimulatedSession session) {
        return new SessionTruth().record(JsonMapper.shared().readTree(session.json()));
    }

    private Map<String, Object> record(JsonNode json) {
        Map<String, Function<JsonNode, Object>> known = new HashMap<>(SESSION);
        known.put("user", this::user);
        known.put("test", test -> fields("test.", test, TEST));
        if (json.path("status").asString().equals("COMPLETED")) {
            known.put("endDate", SessionTruth::millis);
            known.put("result", this::result);
        }
        Map<String, Object> record = fields("", json, known);
        record.put("organisation", "default");
        record.put("additionalFields", additional.isEmpty() ? null : additional);
        return record;
    }

    private Map<String, Object> user(JsonNode json) {
        Map<String, Object> user = fields("user.", json, USER);
        user.putIfAbsent("gender", "unknown");
        return user;
    }

    private Map<String, Object> result(JsonNode json) {
        Map<String, Object> result = fields("result.", json, RESULT);
        Object duration = result.get("duration");
        result.put(
                "durationSeconds",
                duration == null ? null : Duration.parse(duration.toString()).toSeconds());
        return result;
    }

    /** The known fields, null where there are none; the others become additional ones. */
    private Map<String, Object> fields(String prefix, JsonNode json, Map<String, Function<JsonNode, Object>> known) {
        Map<String, Object> fields = new HashMap<>();
        known.forEach((name, read) -> fields.put(name, json.hasNonNull(name) ? read.apply(json.path(name)) : null));
        json.properties().stream()
                .filter(field -> !known.containsKey(field.getKey()))
                .forEach(field ->
                        additional.put(prefix + field.getKey(), field.getValue().toString()));
        return fields;
    }

    private static Map<String, Function<JsonNode, Object>> texts(String... names) {
        Map<String, Function<JsonNode, Object>> texts = new HashMap<>();
        for (String name : names) {
            texts.put(name, JsonNode::asString);
        }
        return texts;
    }

    private static Object millis(JsonNode date) {
        return Instant.parse(date.asString()).toEpochMilli();
    }
}
