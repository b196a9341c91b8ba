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

    @ParameterizedTest
    @ValueSource(
            strings = {"sessionId", "startDate", "endDate", "status", "user", "test", "user.userId", "test.testId"})
    void sessionWithoutARequiredFieldIsMalformed(String field) {
        assertThat(malformed(SessionJson.completed().without(field).text()).field())
                .isEqualTo(field);
        assertThat(malformed(SessionJson.completed().with(field, "null").text()).field())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sessionId | 7 | is no text",
                "sessionId | \"\" | is missing",
                "startDate | \"yesterday\" | is no ISO 8601 date with time and zone",
                "startDate | 1767700000 | is no text",
                "startDate | \"2026-01-06\" | is no ISO 8601 date with time and zone",
                "startDate | \"2026-01-06T09:30:00\" | is no ISO 8601 date with time and zone",
                "endDate | \"2026-02-30T00:00:00Z\" | is no ISO 8601 date with time and zone",
                "endDate | \"+10000-01-01T00:00:00Z\" | is no ISO 8601 date with time and zone",
                "endDate | \"0000-12-31T23:59:59Z\" | is no ISO 8601 date with time and zone",
                "endDate | \"+999999999-12-31T23:59:59-18:00\" | is no ISO 8601 date with time and zone",
                "status | \"completed\" | is neither COMPLETED nor IN_PROGRESS",
                "user | [] | is no object",
                "user | \"Zoë\" | is no object",
                "user.userId | {} | is no text",
                "user.firstName | [\"Zoë\"] | is no text",
                "user.emails | \"zoe@home.example\" | is no array",
                "user.emails | [\"zoe@home.example\",null] | holds a null",
                "user.emails | [[\"zoe@home.example\"]] | is no text",
                "user.dateOfBirth | \"28/02/2011\" | is no ISO 8601 date",
                "user.dateOfBirth | \"+999999999-01-01\" | is no ISO 8601 date",
                "user.dateOfBirth | \"0000-01-01\" | is no ISO 8601 date",
                "test | 1 | is no object",
                "test.subject | false | is no text",
                "result | \"L1\" | is no object",
                "result.level | 1.5 | is no text",
                "result.createdDate | \"2026\" | is no ISO 8601 date with time and zone"
            })
    void wrongFieldIsNamedWithItsProblem(String field, String json, String problem) {
        MalformedSession session =
                malformed(SessionJson.completed().with(field, json).text());

        assertThat(session.field()).isEqualTo(field);
        assertThat(session.problem()).isEqualTo(problem);
    }

    @Test
    void malformedSessionKeepsWhatCouldBeReadAndAllOfItsJson() {
        String json = SessionJson.completed()
                .with("user.upn", "{\"deep\":[{\"er\":1.50}]}")
                .text();

        assertThat(malformed(json))
                .isEqualTo(new MalformedSession(
                        Optional.of("s-1"),
                        Optional.of(Instant.parse("2026-01-06T08:00:00.000Z")),
                        Optional.of(Instant.parse("2026-01-06T09:30:00.250Z")),
                        "user.upn",
                        "is no text",
                        json));
    }

    @Test
    void malformedSessionWithoutAnythingReadableHasNeitherIdNorDates() {
        MalformedSession session = malformed("{\"sessionId\":[],\"startDate\":{},\"endDate\":\"then\"}");

        assertThat(session.sessionId()).isEmpty();
        assertThat(session.startDate()).isEmpty();
        assertThat(session.endDate()).isEmpty();
    }

    @Test
    void malformedSessionInProgressIsBlamedOnItsOwnFieldAndNotOnWhatIsOfCompletedOnes() {
        String json = SessionJson.inProgress()
                .with("endDate", "\"\"")
                .with("user.userId", "7")
                .text();

        assertThat(malformed(json).field()).isEqualTo("user.userId");
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
        List<Entry> entries = PageReader.read(
                        SessionJson.page(
                                3,
                                SessionJson.completed().text(),
                                garbage,
                                SessionJson.inProgress().text()),
                        100)
                .entries();

        assertThat(entries).hasSize(3);
        assertThat(entries.get(1)).isInstanceOf(MalformedSession.class);
        assertThat(entries.get(2)).hasToString("session s-2");
    }

    private static MalformedSession malformed(String session) {
        return (MalformedSession)
                PageReader.read(SessionJson.page(1, session), 100).entries().get(0);
    }
}
