package io.github.smartia.connect.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Session;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is just within a bound is read, and what is just beyond it is not. */
class ResponseBoundsTest {

    private static final String JSONS =
            "goes over a bound that no answer should come near (depth, length of a text, name or number, or number of"
                    + " values)";

    @Test
    void depthIsBounded() {
        // The answer, data, and the session stand around it.
        int room = ResponseBounds.DEPTH - 3;

        assertThat(read(completed("x", nested(room)))).isInstanceOf(Session.class);
        assertOver(JSONS, completed("x", nested(room + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"data\":[", "{\"data\":[[[["})
    void depthIsBoundedWherever(String opening) {
        byte[] deep = SessionJson.bytes("{\"data\":[{\"sessionId\":" + opening.repeat(100_000));

        assertThatThrownBy(() -> PageReader.read(deep, 100))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage(JSONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user.fullName", "user.house"})
    void lengthOfATextIsBounded(String field) {
        assertThat(read(completed(field, text(ResponseBounds.TEXT_LENGTH)))).isInstanceOf(Session.class);
        assertOver(JSONS, completed(field, text(2 * ResponseBounds.TEXT_LENGTH)));
    }

    @Test
    void lengthOfANameIsBounded() {
        assertThat(read(completed("x".repeat(ResponseBounds.NAME_LENGTH), "1"))).isInstanceOf(Session.class);
        assertOver(JSONS, completed("x".repeat(2 * ResponseBounds.NAME_LENGTH), "1"));
    }

    @Test
    void lengthOfANumberIsBounded() {
        assertThat(read(completed("x", "1".repeat(ResponseBounds.DIGITS)))).isInstanceOf(Session.class);
        assertOver(JSONS, withNumber("1".repeat(ResponseBounds.DIGITS + 1)));
        assertOver(JSONS, withNumber("0." + "1".repeat(ResponseBounds.DIGITS + 1)));
    }

    @Test
    void numberOfValuesIsBounded() {
        assertThat(read(completed("x", numbers(ResponseBounds.TOKENS - 200)))).isInstanceOf(Session.class);
        assertOver(JSONS, completed("x", numbers(ResponseBounds.TOKENS)));
    }

    @Test
    void numberOfSessionsIsBounded() {
        String[] most = Collections.nCopies(ResponseBounds.SESSIONS, "{}").toArray(String[]::new);
        String[] more = Arrays.copyOf(most, most.length + 1);
        more[most.length] = "{}";

        assertThat(PageReader.read(SessionJson.page(most.length, most), 100).entries())
                .hasSize(ResponseBounds.SESSIONS);
        assertOver("goes over a bound that no answer should come near (number of sessions)", more);
    }

    @Test
    void numberOfFieldsIsBounded() {
        String open = "{\"sessionId\":\"s\",\"startDate\":\"2026-01-06T08:00:00.000Z\",\"status\":\"IN_PROGRESS\","
                + "\"test\":{\"testId\":\"t\"},\"user\":{\"userId\":\"u\"";
        int usual = 7;

        assertThat(read(open + fields(ResponseBounds.FIELDS - usual) + "}}")).isInstanceOf(Session.class);
        assertOver(
                "goes over a bound that no answer should come near (number of fields of a session)",
                open + fields(ResponseBounds.FIELDS - usual + 1) + "}}");
    }

    @Test
    void numberOfAddressesIsBounded() {
        assertOver(
                "goes over a bound that no answer should come near (number of fields of a session)",
                completed("user.emails", texts(ResponseBounds.FIELDS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessionId", "user.userId", "test.testId"})
    void lengthOfAnIdIsBoundedForThatSessionAlone(String id) {
        assertThat(read(completed(id, text(ResponseBounds.ID_LENGTH)))).isInstanceOf(Session.class);
        assertMalformed(completed(id, text(ResponseBounds.ID_LENGTH + 1)), id, "is longer than 256 characters");
    }

    @ParameterizedTest
    @CsvSource({"sessionId, \\n", "user.userId, \\u0000", "test.testId, \\u0085"})
    void idsWithControlCharactersAreMalformedSinceTheyGoIntoMessages(String id, String character) {
        assertMalformed(completed(id, "\"a" + character + "b\""), id, "holds control characters");
    }

    @Test
    void overlongIdOfAMalformedSessionIsNotKeptEither() {
        MalformedSession malformed = (MalformedSession) read(completed("sessionId", text(1_000)));

        assertThat(malformed).hasToString("session without sessionId: sessionId is longer than 256 characters");
    }

    private static void assertMalformed(String session, String field, String problem) {
        MalformedSession malformed = (MalformedSession) read(session);

        assertThat(malformed.field()).isEqualTo(field);
        assertThat(malformed.problem()).isEqualTo(problem);
    }

    private static void assertOver(String message, String... sessions) {
        assertThatThrownBy(() -> PageReader.read(SessionJson.page(sessions.length, sessions), 100))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage(message);
    }

    private static Entry read(String session) {
        return PageReader.read(SessionJson.page(1, session), 100).entries().get(0);
    }

    private static String completed(String path, String json) {
        return SessionJson.completed().with(path, json).text();
    }

    /** Not by way of a tree, which has bounds of its own. */
    private static String withNumber(String number) {
        return "{\"x\":" + number + "}";
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static String text(int length) {
        return '"' + "x".repeat(length) + '"';
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "1").collect(Collectors.joining(",", "[", "]"));
    }

    private static String texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"x\"").collect(Collectors.joining(",", "[", "]"));
    }

    private static String fields(int count) {
        return IntStream.range(0, count).mapToObj(i -> ",\"f" + i + "\":1").collect(Collectors.joining());
    }
}
