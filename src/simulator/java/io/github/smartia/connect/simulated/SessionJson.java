package io.github.smartia.connect.simulated;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Writes sessions as the API shows them. */
final class SessionJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private SessionJson() {}

    static String of(SimulatedSession session) {
        String usual = usual(session);
        return session.overrides().isEmpty() ? usual : overridden(usual, session.overrides());
    }

    private static String usual(SimulatedSession session) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("sessionId", session.sessionId().toString())
                .put("startDate", DATE.format(session.startDate()));
        session.endDate().ifPresent(end -> json.put("endDate", DATE.format(end)));
        json.put("status", session.isCompleted() ? "COMPLETED" : "IN_PROGRESS");
        json.putRawValue("user", new RawValue(session.user().json()));
        json.putRawValue("test", new RawValue(session.test().json()));
        session.result()
                .ifPresent(result -> json.putObject("result")
                        .put("createdDate", DATE.format(Instant.ofEpochMilli(result.createdMillis())))
                        .put("level", result.level())
                        .put("duration", Duration.ofSeconds(result.seconds()).toString()));
        return json.toString();
    }

    private static String overridden(String usual, Map<String, String> overrides) {
        ObjectNode session = (ObjectNode) MAPPER.readTree(usual);
        overrides.forEach((path, json) -> override(session, path, json));
        return session.toString();
    }

    private static void override(ObjectNode session, String path, String json) {
        int dot = path.lastIndexOf('.');
        ObjectNode parent = session;
        if (dot >= 0) {
            parent = session.withObject("/" + path.substring(0, dot).replace('.', '/'));
        }
        String name = path.substring(dot + 1);
        if (json.isEmpty()) {
            parent.remove(name);
        } else {
            parent.set(name, MAPPER.readTree(json));
        }
    }
}
