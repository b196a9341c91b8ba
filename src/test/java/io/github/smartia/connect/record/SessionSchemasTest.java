package io.github.smartia.connect.record;

import static io.github.smartia.connect.model.Sessions.aFullSession;
import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Result;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.User;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;

@SuppressWarnings("JavaUtilDate") // What Connect's logical types hold.
class SessionSchemasTest {

    private final SessionSchemas schemas = SessionSchemas.withAllFields();

    @Test
    void aCompletedSessionHasEveryFieldThatTheApiSends() {
        Struct value = schemas.value(
                SessionStream.COMPLETED, "north", aFullSession().id("s-1").build());

        value.validate();
        assertThat(values(value))
                .containsEntry("sessionId", "s-1")
                .containsEntry("organisation", "north")
                .containsEntry("status", "COMPLETED")
                .containsEntry("startDate", date("2026-01-06T08:00:00.000Z"))
                .containsEntry("endDate", date("2026-01-06T09:30:00.250Z"))
                .containsEntry("additionalFields", Map.of("user.house", "\"Raven\""))
                .doesNotContainValue(null);
        assertThat(values(value.getStruct("test")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "testId",
                        "a-test",
                        "testVersionId",
                        "version-2",
                        "name",
                        "Maths Smart IA",
                        "subject",
                        "Maths"));
        assertThat(values(value.getStruct("result")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "createdDate",
                        date("2026-01-06T09:31:00.000Z"),
                        "level",
                        "L2 - Upper",
                        "duration",
                        "PT1H30M0.25S",
                        "durationSeconds",
                        5400L));
    }

    @Test
    void aUserHasEveryFieldThatTheApiSends() {
        Struct user = schemas.value(
                        SessionStream.IN_PROGRESS, "north", aFullSession().build())
                .getStruct("user");

        assertThat(values(user))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("userId", "a-user"),
                        Map.entry("username", "zoe_m"),
                        Map.entry("fullName", "Zoë Ann Müller"),
                        Map.entry("firstName", "Zoë"),
                        Map.entry("middleName", "Ann"),
                        Map.entry("lastName", "Müller"),
                        Map.entry("gender", "female"),
                        Map.entry("upn", "A123456789012"),
                        Map.entry("externalId", "MIS-7"),
                        Map.entry("emails", List.of("zoe@school.example", "zoe@home.example")),
                        Map.entry("dateOfBirth", date("2011-02-28T00:00:00.000Z"))));
    }

    @Test
    void whatTheApiLeavesOutIsNull() {
        Session session = aSession().completedAt("2026-01-06T09:30:00.000Z").build();
        Struct value = schemas.value(SessionStream.COMPLETED, "north", session);

        value.validate();
        assertThat(present(value))
                .containsExactly("sessionId", "organisation", "status", "startDate", "endDate", "user", "test");
        assertThat(present(value.getStruct("user"))).containsExactly("userId", "gender");
        assertThat(value.getStruct("user").getString("gender")).isEqualTo("unknown");
        assertThat(present(value.getStruct("test"))).containsExactly("testId");
    }

    @Test
    void anEmptyResultIsThereWithoutContent() {
        Session session = aSession()
                .completedAt("2026-01-06T09:30:00.000Z")
                .result(new Result(Optional.empty(), Optional.empty(), Optional.empty()))
                .build();
        Struct value = schemas.value(SessionStream.COMPLETED, "north", session);

        assertThat(present(value.getStruct("result"))).isEmpty();
    }

    @Test
    void anUnreadableDurationKeepsItsTextAndHasNoSeconds() {
        Session session = aSession()
                .completedAt("2026-01-06T09:30:00.000Z")
                .result(new Result(Optional.empty(), Optional.empty(), Optional.of("a while")))
                .build();
        Struct result = schemas.value(SessionStream.COMPLETED, "north", session).getStruct("result");

        assertThat(result.getString("duration")).isEqualTo("a while");
        assertThat(result.getInt64("durationSeconds")).isNull();
    }

    @Test
    void anEmptyListOfAddressesIsNotAMissingOne() {
        User user = new User(
                "u",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "other",
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of()),
                Optional.of(LocalDate.parse("1958-03-04")));
        Struct struct = schemas.value(
                        SessionStream.IN_PROGRESS,
                        "north",
                        aSession().user(user).build())
                .getStruct("user");

        assertThat(struct.getArray("emails")).isEmpty();
        assertThat(struct.get("dateOfBirth")).isEqualTo(date("1958-03-04T00:00:00.000Z"));
    }

    @Test
    void aSessionInProgressHasNeitherEndNorResult() {
        Struct value =
                schemas.value(SessionStream.IN_PROGRESS, "north", aSession().build());

        value.validate();
        assertThat(value.getString("status")).isEqualTo("IN_PROGRESS");
        assertThat(value.schema().fields())
                .extracting(Field::name)
                .containsExactly(
                        "sessionId", "organisation", "status", "startDate", "user", "test", "additionalFields");
    }

    @Test
    void theKeyHoldsTheSessionIdAlone() {
        assertThat(values(schemas.key("s-1"))).containsExactlyEntriesOf(Map.of("sessionId", "s-1"));
    }

    private static Map<String, Object> values(Struct struct) {
        Map<String, Object> values = new LinkedHashMap<>();
        struct.schema().fields().forEach(field -> values.put(field.name(), struct.getWithoutDefault(field.name())));
        return values;
    }

    private static List<String> present(Struct struct) {
        return struct.schema().fields().stream()
                .map(Field::name)
                .filter(name -> struct.getWithoutDefault(name) != null)
                .toList();
    }

    private static Date date(String instant) {
        return Date.from(Instant.parse(instant));
    }
}
