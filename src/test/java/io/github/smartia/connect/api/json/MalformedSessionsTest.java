package io.github.smartia.connect.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedSessionsTest {

    private static final String NO_ID = "is not a string of 1 to 256 characters without control characters";

    @ParameterizedTest
    @ValueSource(
            strings = {"sessionId", "startDate", "endDate", "status", "user", "test", "user.userId", "test.testId"})
    void missingRequiredFieldIsNamed(String field) {
        assertProblem(SessionJson.completed().without(field), field, "is missing");
        assertProblem(SessionJson.completed().with(field, "null"), field, "is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sessionId | 7 ; \"a\\nb\" ; \"\" | " + NO_ID,
                "user.userId | \"a\\u0000b\" ; {} | " + NO_ID,
                "test.testId | \"a\\u0085b\" ; [] | " + NO_ID,
                "startDate | \"yesterday\" ; 1767700000 | is not an ISO 8601 date with time and zone",
                "endDate | \"2026-01-06\" ; {} | is not an ISO 8601 date with time and zone",
                "status | \"completed\" ; 1 | is not IN_PROGRESS or COMPLETED",
                "user | [] ; \"Zoë\" | is not an object",
                "test | 1 | is not an object"
            })
    void wrongRequiredFieldIsNamedWithItsType(String field, String values, String problem) {
        for (String json : values.split(" ; ", -1)) {
            assertProblem(SessionJson.completed().with(field, json), field, problem);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessionId", "user.userId", "test.testId"})
    void idOverItsBoundIsMalformed(String id) {
        String longest = "x".repeat(256);

        assertThat(SessionJson.entry(
                        SessionJson.completed().with(id, '"' + longest + '"').text()))
                .isNotInstanceOf(MalformedSession.class);
        assertProblem(SessionJson.completed().with(id, '"' + longest + "x\""), id, NO_ID);
    }

    @Test
    void malformedSessionKeepsIdDatesAndItsJson() {
        String json = " {\"user\" : {\"sessionId\":\"u\", \"n\" : 1.50},\"sessionId\":\"s-1\",\n"
                + "\"startDate\":\"20260106T0800Z\",\"endDate\":\"2026-01-06T09:30:00.250Z\",\"x\":[\"Zoë\"]}\t";

        assertThat(malformed(json))
                .isEqualTo(new MalformedSession(
                        Optional.of("s-1"),
                        Optional.of(Instant.parse("2026-01-06T08:00:00.000Z")),
                        Optional.of(Instant.parse("2026-01-06T09:30:00.250Z")),
                        "status",
                        "is missing",
                        json.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"\"", "\"a\\nb\"", "null"})
    void unreadableIdAndDatesAreEmpty(String id) {
        MalformedSession session = malformed("{\"sessionId\":" + id + ",\"startDate\":{},\"endDate\":\"then\"}");

        assertThat(session.sessionId()).isEmpty();
        assertThat(session.startDate()).isEmpty();
        assertThat(session.endDate()).isEmpty();
    }

    @Test
    void badOutcomeIsNotTheProblemOfASessionInProgress() {
        assertProblem(
                SessionJson.inProgress().with("endDate", "\"\"").without("user.userId"), "user.userId", "is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"user\":{\"emails\":[{\"a\":[[[{\"b\":{}}]]]}]}}",
                "{\"sessionId\":{\"sessionId\":{\"sessionId\":[]}}}",
                "{\"result\":{\"level\":{\"x\":[1,2,{\"y\":null}]}},\"status\":\"IN_PROGRESS\"}"
            })
    void pageGoesOnAfterAMalformedSession(String garbage) {
        List<Entry> entries = SessionJson.read(SessionJson.page(
                        3,
                        SessionJson.completed().text(),
                        garbage,
                        SessionJson.inProgress().text()))
                .entries();

        assertThat(entries).hasSize(3);
        assertThat(entries.get(1)).isInstanceOf(MalformedSession.class);
        assertThat(entries.get(2)).hasToString("session s-2");
    }

    private static void assertProblem(SessionJson session, String field, String problem) {
        MalformedSession malformed = malformed(session.text());

        assertThat(malformed.field()).isEqualTo(field);
        assertThat(malformed.problem()).isEqualTo(problem);
    }

    private static MalformedSession malformed(String session) {
        return (MalformedSession) SessionJson.entry(session);
    }
}
