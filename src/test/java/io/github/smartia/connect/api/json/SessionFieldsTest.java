package io.github.smartia.connect.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.Result;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.model.Test;
import io.github.smartia.connect.model.User;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionFieldsTest {

    @org.junit.jupiter.api.Test
    void everyFieldOfASessionIsRead() {
        Session session = read(SessionJson.completed());

        assertThat(session)
                .isEqualTo(new Session(
                        "s-1",
                        Instant.parse("2026-01-06T08:00:00.000Z"),
                        Optional.of(Instant.parse("2026-01-06T09:30:00.250Z")),
                        Status.COMPLETED,
                        new User(
                                "u-1",
                                Optional.of("zoe_m"),
                                Optional.of("Zoë Ann Müller"),
                                Optional.of("Zoë"),
                                Optional.of("Ann"),
                                Optional.of("Müller"),
                                "female",
                                Optional.of("A123456789012"),
                                Optional.of("MIS-7"),
                                Optional.of(List.of("zoe@school.example", "zoe@home.example")),
                                Optional.of(LocalDate.of(2011, 2, 28))),
                        new Test("t-1", Optional.of("v-2"), Optional.of("Maths Smart IA"), Optional.of("Maths")),
                        Optional.of(new Result(
                                Optional.of(Instant.parse("2026-01-06T09:31:00.000Z")),
                                Optional.of("L2 - Upper"),
                                Optional.of("PT1H30M0.25S"))),
                        Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.username", "user.fullName", "user.firstName", "user.middleName", "user.lastName", "user.upn",
                "user.externalId", "user.emails", "user.dateOfBirth", "user.gender", "test.testVersionId", "test.name",
                "test.subject", "result", "result.createdDate", "result.level", "result.duration"
            })
    void nullMeansTheSameAsMissing(String field) {
        assertThat(read(SessionJson.completed().with(field, "null")))
                .isEqualTo(read(SessionJson.completed().without(field)))
                .isNotEqualTo(read(SessionJson.completed()));
    }

    @org.junit.jupiter.api.Test
    void missingGenderIsUnknown() {
        assertThat(read(SessionJson.completed().without("user.gender")).user().gender())
                .isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-06T09:30:00Z, 2026-01-06T09:30:00Z",
        "2026-01-06T09:30:00.123456Z, 2026-01-06T09:30:00.123Z",
        "2026-01-06T09:30:00.999999999Z, 2026-01-06T09:30:00.999Z",
        "2026-01-06T09:30:00+01:00, 2026-01-06T08:30:00Z",
        "2026-01-05T23:30:00.5-02:30, 2026-01-06T02:00:00.500Z",
        "1969-12-31T23:59:59.9999Z, 1969-12-31T23:59:59.999Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z"
    })
    void datesOfAnyZoneAndPrecisionBecomeInstantsInWholeMilliseconds(String text, Instant expected) {
        assertThat(read(SessionJson.completed().with("endDate", '"' + text + '"'))
                        .endDate())
                .contains(expected);
    }

    @org.junit.jupiter.api.Test
    void unknownFieldsAreKeptAsJsonByTheirPath() {
        Session session = read(SessionJson.completed()
                .with("school", "{\"id\":7,\"tags\":[\"a\",null,true]}")
                .with("user.house", "\"Raven\"")
                .with("test.version", "null")
                .with("result.score", "12"));

        assertThat(session.additionalFields())
                .containsOnly(
                        Map.entry("school", "{\"id\":7,\"tags\":[\"a\",null,true]}"),
                        Map.entry("user.house", "\"Raven\""),
                        Map.entry("test.version", "null"),
                        Map.entry("result.score", "12"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.10",
                "-0",
                "-0.0",
                "1e5",
                "0.12345678901234567890123",
                "1E+999",
                "123456789012345678901234567890",
                "14615016373e84832716283019655932542976",
                "{\"of\":[1.0,2E-99999999999999999999]}"
            })
    void unknownNumbersKeepEveryDigit(String number) {
        String json = SessionJson.inProgress().text().replaceFirst("\\{", "{\"score\":" + number + ",");

        assertThat(((Session) read(json)).additionalFields()).containsEntry("score", number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "endDate | \"2026-01-06T09:30:00Z\"",
                "endDate | \"\"",
                "endDate | 0",
                "result | {\"level\":\"L1 - Lower\"}",
                "result | {\"level\":1}",
                "result | []"
            })
    void whatBelongsToCompletedSessionsIsAnAdditionalFieldOfOneInProgress(String field, String json) {
        Session session = read(SessionJson.inProgress().with(field, json));

        assertThat(session.additionalFields()).containsOnly(Map.entry(field, json));
        assertThat(session.endDate()).isEmpty();
        assertThat(session.result()).isEmpty();
    }

    private static Session read(SessionJson session) {
        return (Session) read(session.text());
    }

    private static Entry read(String session) {
        return PageReader.read(SessionJson.page(1, session), 100).entries().get(0);
    }
}
