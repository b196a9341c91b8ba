package io.github.smartia.connect.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which documented fields of a page are reported as unreadable. */
class UnreadableFieldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.username", "user.fullName", "user.firstName", "user.middleName", "user.lastName", "user.gender",
                "user.upn", "user.externalId", "user.emails", "user.dateOfBirth", "test.testVersionId", "test.name",
                "test.subject", "result", "result.createdDate", "result.level", "result.duration"
            })
    void documentedFieldOfAnotherTypeIsReported(String field) {
        assertThat(unreadable(SessionJson.completed().with(field, "7351"))).containsExactly(field);
    }

    @Test
    void fieldsOfEachSessionAreReported() {
        SessionJson session = SessionJson.completed().with("user.upn", "1").with("user.gender", "2");

        assertThat(unreadable(session, session))
                .containsExactlyInAnyOrder("user.gender", "user.upn", "user.gender", "user.upn");
    }

    @Test
    void undocumentedFieldIsNotReported() {
        assertThat(unreadable(SessionJson.completed().with("user.house", "7").with("school", "1")))
                .isEmpty();
    }

    @Test
    void outcomeOfASessionInProgressIsNotReported() {
        assertThat(unreadable(SessionJson.inProgress().with("result", "7").with("endDate", "7")))
                .isEmpty();
    }

    @Test
    void malformedSessionIsNotReported() {
        assertThat(unreadable(SessionJson.completed().without("endDate").with("user.upn", "1")))
                .isEmpty();
    }

    private static List<String> unreadable(SessionJson... sessions) {
        List<String> fields = new ArrayList<>();
        String[] elements = List.of(sessions).stream().map(SessionJson::text).toArray(String[]::new);
        PageReader.read(SessionJson.page(1, elements), Long.MAX_VALUE, fields::add);
        return fields;
    }
}
