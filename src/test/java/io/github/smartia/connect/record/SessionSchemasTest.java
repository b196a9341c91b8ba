package io.github.smartia.connect.record;

import static io.github.smartia.connect.model.Sessions.aFullSession;
import static io.github.smartia.connect.model.Sessions.aSession;
import static io.github.smartia.connect.model.Sessions.userOfUnreadableGender;
import static io.github.smartia.connect.model.Sessions.userWith;
import static io.github.smartia.connect.record.Records.present;
import static io.github.smartia.connect.record.Records.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Result;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Sessions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("JavaUtilDate") // What Connect's logical types hold.
class SessionSchemasTest {

    @Test
    void fullSessionHasEveryFieldThatTheApiSends() {
        Struct value = completed(aFullSession().id("s-1"));

        assertThat(values(value))
                .containsEntry("sessionId", "s-1")
                .containsEntry("organisation", "north")
                .containsEntry("status", "COMPLETED")
                .containsEntry("startDate", date("2026-01-06T08:00:00.000Z"))
                .containsEntry("endDate", date("2026-01-06T09:30:00.250Z"))
                .containsEntry("additionalFields", Map.of("user.house", "\"Raven\""))
                .doesNotContainValue(null);
        assertThat(values(value.getStruct("test")))
                .hasToString("{testId=a-test, testVersionId=version-2, name=Maths Smart IA, subject=Maths}");
        assertThat(values(value.getStruct("result")))
                .hasToString("{createdDate=" + date("2026-01-06T09:31:00.000Z")
                        + ", level=L2 - Upper, duration=PT1H30M0.25S, durationSeconds=5400}");
        assertThat(values(value.getStruct("user")))
                .hasToString("{userId=a-user, username=zoe_m, fullName=Zoë Ann Müller, firstName=Zoë, middleName=Ann,"
                        + " lastName=Müller, gender=female, upn=A123456789012, externalId=MIS-7,"
                        + " emails=[zoe@school.example, zoe@home.example], dateOfBirth="
                        + date("2011-02-28T00:00:00.000Z") + "}");
    }

    @Test
    void whatTheApiLeavesOutIsNull() {
        Struct value = completed(aSession());

        assertThat(present(value)).isEqualTo("sessionId organisation status startDate endDate user test");
        assertThat(present(value.getStruct("user"))).isEqualTo("userId gender");
        assertThat(value.getStruct("user").getString("gender")).isEqualTo("unknown");
        assertThat(present(value.getStruct("test"))).isEqualTo("testId");
    }

    @Test
    void unreadableGenderIsNull() {
        Struct user = completed(aSession().user(userOfUnreadableGender())).getStruct("user");

        assertThat(present(user)).isEqualTo("userId");
        assertThat(user.schema().field("gender").schema().defaultValue()).isNull();
    }

    @ParameterizedTest
    @CsvSource({", ''", "a while, duration"})
    void anEmptyResultIsThereAndAnUnreadableDurationHasNoSeconds(String duration, String present) {
        Result result = new Result(Optional.empty(), Optional.empty(), Optional.ofNullable(duration));

        assertThat(present(completed(aSession().result(result)).getStruct("result")))
                .isEqualTo(present);
    }

    @Test
    void emptyListOfEmailsIsNotAMissingOne() {
        assertThat(completed(aSession().user(userWith(Optional.of(List.of()))))
                        .getStruct("user")
                        .getArray("emails"))
                .isEmpty();
    }

    @Test
    void sessionInProgressHasNeitherEndNorResult() {
        Struct value = Records.SCHEMAS.value(
                SessionStream.IN_PROGRESS, "north", aSession().build());

        value.validate();
        assertThat(value.getString("status")).isEqualTo("IN_PROGRESS");
        assertThat(Records.names(value.schema()))
                .hasToString("[sessionId, organisation, status, startDate, user, test, additionalFields]");
    }

    private static Struct completed(Sessions session) {
        return Records.completed(Records.SCHEMAS, session);
    }

    private static Date date(String instant) {
        return Date.from(Instant.parse(instant));
    }
}
