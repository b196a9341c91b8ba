package io.github.smartia.connect.soak;

import io.github.smartia.connect.SessionTruth;
import io.github.smartia.connect.simulated.SimulatedSession;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A session as the API showed it for a while.
 *
 * @param kind where it belongs
 * @param date what its stream is ordered by
 * @param record what must be written: the fields of a record, or the JSON of a dead letter
 * @param late whether the API showed a later one of its stream before
 */
record Content(Kind kind, Instant date, Object record, boolean late) {

    enum Kind {
        IN_PROGRESS,
        COMPLETED,
        MALFORMED
    }

    private static final List<String> REQUIRED = List.of("/sessionId", "/user/userId", "/test/testId");

    static Content of(SimulatedSession session, boolean late) {
        JsonNode json = JsonMapper.shared().readTree(session.json());
        if (!isSound(json, session.isCompleted())) {
            return new Content(Kind.MALFORMED, date(session), json, late);
        }
        Kind kind = session.isCompleted() ? Kind.COMPLETED : Kind.IN_PROGRESS;
        return new Content(kind, date(session), SessionTruth.of(session), late);
    }

    static Instant date(SimulatedSession session) {
        return session.endDate().orElse(session.startDate());
    }

    private static boolean isSound(JsonNode json, boolean completed) {
        return REQUIRED.stream().allMatch(path -> json.at(path).isString())
                && isDate(json.path("startDate"))
                && (!completed || isDate(json.path("endDate")));
    }

    private static boolean isDate(JsonNode text) {
        try {
            return Instant.parse(text.asString("")).isAfter(Instant.EPOCH);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
