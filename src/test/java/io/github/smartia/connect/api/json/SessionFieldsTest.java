package io.github.smartia.connect.api.json;

import static io.github.smartia.connect.model.Sessions.aFullSession;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionFieldsTest {

    @Test
    void everyDocumentedFieldIsRead() {
        assertThat(read(SessionJson.completed().with("user.house", "\"Raven\"")))
                .isEqualTo(aFullSession().id("s-1").build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.username", "user.fullName", "user.firstName", "user.middleName", "user.lastName", "user.upn",
                "user.externalId", "user.emails", "user.dateOfBirth", "user.gender", "test.testVersionId", "test.name",
                "test.subject", "result", "result.createdDate", "result.level", "result.duration"
            })
    void nullIsTheSameAsMissing(String field) {
        assertThat(read(SessionJson.completed().with(field, "null")))
                .isEqualTo(read(SessionJson.completed().without(field)))
                .isNotEqualTo(read(SessionJson.completed()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user.username | 7",
                "user.fullName | {\"first\":\"Zoë\"}",
                "user.firstName | [\"Zoë\"]",
                "user.middleName | true",
                "user.lastName | 1.25",
                "user.upn | {\"deep\":[{\"er\":1.25}]}",
                "user.externalId | 17",
                "user.emails | \"zoe@home.example\"",
                "user.emails | [\"zoe@home.example\",null]",
                "user.emails | [[\"zoe@home.example\"]]",
                "user.emails | {\"a\":\"zoe@home.example\"}",
                "user.dateOfBirth | \"28/02/2011\"",
                "user.dateOfBirth | \"2011-02-29\"",
                "user.dateOfBirth | 20110228",
                "test.testVersionId | 2",
                "test.name | {\"en\":\"Maths\"}",
                "test.subject | false",
                "result | []",
                "result | \"L1\"",
                "result | [{\"level\":\"L1\"}]",
                "result.createdDate | \"2026\"",
                "result.createdDate | 1767700000",
                "result.level | 1.5",
                "result.duration | 5400"
            })
    void unreadableOptionalFieldIsAdditional(String field, String json) {
        Session session = read(SessionJson.completed().with(field, json));

        assertThat(session.additionalFields()).containsOnly(Map.entry(field, json));
        assertThat(session)
                .usingRecursiveComparison()
                .ignoringFields("additionalFields")
                .isEqualTo(read(SessionJson.completed().without(field)));
        assertThat(unreadable(SessionJson.completed().with(field, json))).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "true", "[\"female\"]", "{\"is\":\"female\"}"})
    void unreadableGenderIsNotUnknownButAdditional(String json) {
        SessionJson session = SessionJson.completed().with("user.gender", json);

        assertThat(read(session).user().gender()).isEmpty();
        assertThat(read(session).additionalFields()).containsOnly(Map.entry("user.gender", json));
        assertThat(unreadable(session)).containsExactly("user.gender");
    }

    @Test
    void missingGenderIsUnknown() {
        assertThat(read(SessionJson.completed().without("user.gender")).user().gender())
                .contains("unknown");
        assertThat(read(SessionJson.completed().with("user.gender", "null"))
                        .user()
                        .gender())
                .contains("unknown");
    }

    @Test
    void unreadableFieldsOfEachSoundSessionAreReported() {
        SessionJson session = SessionJson.completed().with("user.upn", "1").with("user.gender", "2");
        SessionJson malformed = SessionJson.completed().without("endDate").with("user.upn", "1");

        assertThat(unreadable(session, malformed, session))
                .containsExactlyInAnyOrder("user.gender", "user.upn", "user.gender", "user.upn");
    }

    @Test
    void durationOfAnyTextIsKept() {
        Session session = read(SessionJson.completed().with("result.duration", "\"90 min\""));

        assertThat(session.result().orElseThrow().duration()).contains("90 min");
        assertThat(session.additionalFields()).isEmpty();
    }

    @Test
    void undocumentedFieldsAreAdditional() {
        SessionJson json = SessionJson.completed()
                .with("school", "{\"id\":7,\"tags\":[\"a\",null,true]}")
                .with("user.house", "\"Raven\"")
                .with("test.version", "null")
                .with("result.score", "12");

        assertThat(unreadable(json)).isEmpty();
        assertThat(read(json).additionalFields())
                .containsOnly(
                        Map.entry("school", "{\"id\":7,\"tags\":[\"a\",null,true]}"),
                        Map.entry("user.house", "\"Raven\""),
                        Map.entry("test.version", "null"),
                        Map.entry("result.score", "12"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.10", "-0",
                "-0.0", "1e5",
                "0.12345678901234567890123", "1E+999",
                "123456789012345678901234567890", "14615016373e84832716283019655932542976",
                "{\"of\":[1.0,2E-99999999999999999999]}"
            })
    void additionalNumbersKeepEveryDigit(String number) {
        String json = SessionJson.inProgress().text().replaceFirst("\\{", "{\"score\":" + number + ",");

        assertThat(((Session) SessionJson.entry(json)).additionalFields()).containsEntry("score", number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "endDate | \"2026-01-06T09:30:00Z\"", "endDate | \"\"", "endDate | 0",
                "result | {\"level\":\"L1 - Lower\"}", "result | {\"level\":1}", "result | \"L1\"",
                "result | []"
            })
    void outcomeOfASessionInProgressIsAdditional(String field, String json) {
        Session session = read(SessionJson.inProgress().with(field, json));

        assertThat(session.additionalFields()).containsOnly(Map.entry(field, json));
        assertThat(session.endDate()).isEmpty();
        assertThat(session.result()).isEmpty();
        assertThat(unreadable(SessionJson.inProgress().with(field, json))).isEmpty();
    }

    @Test
    void whatASessionInProgressLacksMayBeNull() {
        Session bare = read(SessionJson.inProgress());

        assertThat(bare.user().gender()).contains("unknown");
        assertThat(read(SessionJson.inProgress().with("endDate", "null"))).isEqualTo(bare);
        assertThat(read(SessionJson.inProgress().with("result", "null"))).isEqualTo(bare);
    }

    private static Session read(SessionJson session) {
        return (Session) SessionJson.entry(session.text());
    }

    private static List<String> unreadable(SessionJson... sessions) {
        List<String> fields = new ArrayList<>();
        String[] elements = Arrays.stream(sessions).map(SessionJson::text).toArray(String[]::new);
        PageReader.read(SessionJson.page(1, elements), Long.MAX_VALUE, fields::add);
        return fields;
    }
}
