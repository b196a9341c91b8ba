package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.RecordedLog;
import io.github.smartia.connect.api.json.PageReader;
import io.github.smartia.connect.api.json.SessionJson;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.SessionStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableFieldsLogTest {

    private final RecordedLog log = new RecordedLog();
    private final UnreadableFieldsLog fields = new UnreadableFieldsLog("oaks", log.logger());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.username", "user.fullName", "user.firstName", "user.middleName", "user.lastName", "user.gender",
                "user.upn", "user.externalId", "user.emails", "user.dateOfBirth", "test.testVersionId", "test.name",
                "test.subject", "result", "result.createdDate", "result.level", "result.duration"
            })
    void unreadableFieldIsLoggedWithoutItsValue(String field) {
        report(SessionStream.COMPLETED, SessionJson.completed().with(field, "7351"));

        assertThat(log.lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("WARN Organisation oaks, stream completed: " + field + " has a type or format")
                        .doesNotContain("7351"));
    }

    @Test
    void repeatedFieldIsLoggedOncePerStream() {
        SessionJson completed = SessionJson.completed().with("user.upn", "1").with("user.gender", "2");
        report(SessionStream.COMPLETED, completed, completed);
        report(SessionStream.COMPLETED, completed);
        report(SessionStream.IN_PROGRESS, SessionJson.inProgress().with("user.upn", "1"));

        assertThat(log.lines())
                .extracting(line -> line.replaceFirst(" has a type.*", ""))
                .containsExactlyInAnyOrder(
                        "WARN Organisation oaks, stream completed: user.upn",
                        "WARN Organisation oaks, stream completed: user.gender",
                        "WARN Organisation oaks, stream in-progress: user.upn");
    }

    @Test
    void undocumentedFieldIsNotLogged() {
        report(
                SessionStream.COMPLETED,
                SessionJson.completed().with("user.house", "7").with("school", "1"));

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void outcomeOfASessionInProgressIsNotLogged() {
        report(
                SessionStream.IN_PROGRESS,
                SessionJson.inProgress().with("result", "7").with("endDate", "7"));

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void malformedSessionIsNotLogged() {
        report(
                SessionStream.COMPLETED,
                SessionJson.completed().without("sessionId").with("user.upn", "1"));

        assertThat(log.lines()).isEmpty();
    }

    private void report(SessionStream stream, SessionJson... sessions) {
        String[] elements = List.of(sessions).stream().map(SessionJson::text).toArray(String[]::new);
        List<Entry> entries = PageReader.read(SessionJson.page(1, elements), 100, Long.MAX_VALUE)
                .entries();
        fields.report(stream, entries);
    }
}
