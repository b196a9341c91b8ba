package io.github.smartia.connect.simulated;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * A session of the simulated API. Kept small, because there may be a million.
 *
 * @param endMillis {@link #NOT_ENDED} for a session in progress
 * @param overrides differences from the default JSON: dotted path to JSON text, or to an empty string if the field is
 *     left out
 */
public record SimulatedSession(
        UUID sessionId,
        long startMillis,
        long endMillis,
        Pupil user,
        Assessment test,
        Optional<Outcome> result,
        Map<String, String> overrides) {

    /** The end of a session in progress, which sorts after all others. */
    static final long NOT_ENDED = Long.MAX_VALUE;

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    public SimulatedSession {
        overrides = Map.copyOf(overrides);
    }

    public Instant startDate() {
        return Instant.ofEpochMilli(startMillis);
    }

    /** When the pupil finished; empty for a session in progress. */
    public Optional<Instant> endDate() {
        return isCompleted() ? Optional.of(Instant.ofEpochMilli(endMillis)) : Optional.empty();
    }

    public boolean isCompleted() {
        return endMillis != NOT_ENDED;
    }

    public String json() {
        ObjectNode json = MAPPER.createObjectNode()
                .put("sessionId", sessionId.toString())
                .put("startDate", DATE.format(startDate()));
        endDate().ifPresent(end -> json.put("endDate", DATE.format(end)));
        json.put("status", isCompleted() ? "COMPLETED" : "IN_PROGRESS");
        json.putRawValue("user", new RawValue(user.json()));
        json.putRawValue("test", new RawValue(test.json()));
        result.ifPresent(known -> json.putObject("result")
                .put("createdDate", DATE.format(Instant.ofEpochMilli(known.createdMillis())))
                .put("level", known.level())
                .put("duration", Duration.ofSeconds(known.seconds()).toString()));
        return overrides.isEmpty() ? json.toString() : overridden((ObjectNode) MAPPER.readTree(json.toString()));
    }

    private String overridden(ObjectNode session) {
        overrides.forEach((path, json) -> {
            int dot = path.lastIndexOf('.');
            String name = path.substring(dot + 1);
            ObjectNode parent = dot < 0
                    ? session
                    : session.withObject("/" + path.substring(0, dot).replace('.', '/'));
            if (json.isEmpty()) {
                parent.remove(name);
            } else {
                parent.set(name, MAPPER.readTree(json));
            }
        });
        return session.toString();
    }

    long millis(SortField field) {
        return field == SortField.START_DATE ? startMillis : endMillis;
    }

    @Override
    public String toString() {
        return "session " + sessionId;
    }
}
