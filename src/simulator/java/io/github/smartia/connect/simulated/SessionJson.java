package io.github.smartia.connect.simulated;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Writes sessions as the API shows them. */
final class SessionJson {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private SessionJson() {}

    static void append(SimulatedSession session, StringBuilder to) {
        if (session.overrides().isEmpty()) {
            appendUsual(session, to);
        } else {
            StringBuilder usual = new StringBuilder();
            appendUsual(session, usual);
            to.append(overridden(usual.toString(), session.overrides()));
        }
    }

    private static void appendUsual(SimulatedSession session, StringBuilder to) {
        to.append("{\"sessionId\":\"").append(session.sessionId()).append("\",\"startDate\":");
        appendDate(session.startDate(), to);
        session.endDate().ifPresent(end -> appendDate(end, to.append(",\"endDate\":")));
        to.append(",\"status\":\"").append(session.isCompleted() ? "COMPLETED" : "IN_PROGRESS");
        to.append("\",\"user\":").append(session.user().json());
        to.append(",\"test\":").append(session.test().json());
        session.result().ifPresent(result -> appendResult(result, to));
        to.append('}');
    }

    private static void appendResult(Outcome result, StringBuilder to) {
        appendDate(Instant.ofEpochMilli(result.createdMillis()), to.append(",\"result\":{\"createdDate\":"));
        to.append(",\"level\":").append(Json.quoted(result.level()));
        to.append(",\"duration\":\"")
                .append(Duration.ofSeconds(result.seconds()))
                .append("\"}");
    }

    private static void appendDate(Instant date, StringBuilder to) {
        to.append('"');
        DATE.formatTo(date, to);
        to.append('"');
    }

    private static String overridden(String usual, Map<String, String> overrides) {
        ObjectNode session = (ObjectNode) Json.read(usual);
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
            parent.set(name, Json.read(json));
        }
    }
}
