package io.github.smartia.connect.api.json;

import static io.github.smartia.connect.api.json.SessionJson.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.Status;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {

    private static final String SESSION = SessionJson.completed().text();

    /** The answers that the API's documentation shows: one with a list within a list, one with a plain list. */
    @Test
    void publishedAnswersAreRead() {
        SessionPage search = SessionJson.read(SessionJson.published("search.json"));
        assertThat(search.total()).isEqualTo(300);
        assertThat(search.entries())
                .extracting(Object::toString)
                .containsExactly(
                        "session d93ba3c3-2482-4b0d-8b99-42a20e68e11e", "session 9f8a38c6-9194-480e-bb5f-9155b7636580");
        Session first = (Session) search.entries().get(0);
        assertThat(first.status()).isEqualTo(Status.COMPLETED);
        assertThat(first.endDate()).contains(Instant.parse("2023-07-10T15:30:00Z"));
        assertThat(first.result().orElseThrow().duration()).contains("PT1H30M");
        assertThat(first.additionalFields()).isEmpty();
        assertThat(((Session) search.entries().get(1)).endDate()).isEmpty();

        SessionPage inProgress = SessionJson.read(SessionJson.published("in-progress.json"));
        assertThat(inProgress.entries()).hasSize(1);
        Session session = (Session) inProgress.entries().get(0);
        assertThat(session.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(session.user().emails()).contains(List.of("john.doe@email.com"));
        assertThat(session.user().dateOfBirth()).contains(LocalDate.of(2010, 7, 1));
        assertThat(session.additionalFields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%1$s,%1$s]", "[[%1$s,%1$s]]", "[[%1$s],[%1$s]]", "[[[%1$s]],[],%1$s]"})
    void dataInListsOfAnyDepthIsRead(String shape) {
        SessionPage page = read("{\"data\":" + shape.formatted(SESSION) + ",\"pagination\":{\"total\":2}}");

        assertThat(page.entries()).hasSize(2).allMatch(SessionJson.entry(SESSION)::equals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[[]]", "null"})
    void dataWithoutSessionsIsAnEmptyPage(String data) {
        SessionPage page = read("{\"data\":" + data + ",\"pagination\":{\"total\":0}}");

        assertThat(page.entries()).isEmpty();
        assertThat(page.total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "101",
                "0",
                "-1",
                "null",
                "\"\"",
                "\"30\"",
                "30.5",
                "9223372036854775808",
                "1e99999999999",
                "{\"total\":7}",
                "[{\"limit\":1}]",
                "[[{\"data\":[]}]]"
            })
    void limitCursorAndUnknownFieldsMayBeAnything(String any) {
        assertTotal(3, "{\"data\":[],\"pagination\":{\"limit\":" + any + ",\"total\":3}}");
        assertTotal(4, "{\"data\":[],\"pagination\":{\"nextCursor\":" + any + ",\"total\":4}}");
        assertTotal(
                5, "{\"x\":" + any + ",\"data\":[],\"pagination\":{\"y\":" + any + ",\"total\":5},\"z\":" + any + "}");
    }

    @Test
    void nextCursorAndTotalMayBeHuge() {
        String cursor = "c".repeat(2 << 20);

        assertTotal(
                Long.MAX_VALUE,
                "{\"data\":[],\"pagination\":{\"nextCursor\":\"" + cursor + "\",\"total\":" + Long.MAX_VALUE + "}}");
    }

    private static void assertTotal(long total, String page) {
        assertThat(read(page).total()).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | the response",
                "null | the response",
                "\"data\" | the response",
                "`` | the response",
                "{} | data",
                "{\"pagination\":{\"total\":0}} | data",
                "{\"data\":{},\"pagination\":{\"total\":0}} | data",
                "{\"data\":[],\"data\":[],\"pagination\":{\"total\":0}} | data twice",
                "{\"data\":[null],\"pagination\":{\"total\":0}} | an element of data",
                "{\"data\":[[7]],\"pagination\":{\"total\":0}} | an element of data",
                "{\"data\":[]} | pagination.total",
                "{\"data\":null} | pagination.total",
                "{\"data\":[],\"pagination\":null} | pagination",
                "{\"data\":[],\"pagination\":[]} | pagination",
                "{\"data\":[],\"pagination\":{}} | pagination.total",
                "{\"data\":[],\"pagination\":{\"total\":null}} | pagination.total",
                "{\"data\":[],\"pagination\":{\"total\":-1}} | pagination.total",
                "{\"data\":[],\"pagination\":{\"total\":1.0}} | pagination.total",
                "{\"data\":[],\"pagination\":{\"total\":\"1\"}} | pagination.total",
                "{\"data\":[],\"pagination\":{\"total\":[{}]}} | pagination.total",
                "{\"data\":[],\"pagination\":{\"total\":9223372036854775808}} | pagination.total",
                "{\"data\":[],\"pagination\":{\"total\":0}} {} | end"
            })
    void undocumentedShapeIsRefusedWithItsPlace(String response, String place) {
        assertThatThrownBy(() -> read(response))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage("is JSON of an undocumented shape (%s)", place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Zoë</body></html>", "{\"data\":[{\"sessionId\":\"Zoë", "{\"data\":[Zoë]}",
                "{\"data\":[{\"a\":Zoë}]}", "{\"da", "{\"data\":[],\"pagination\":{\"total\":0}}Zoë",
                "{\"pagination\":{\"total\":1},\"data\":[{\"sessionId\":7,\"user\":{\"userId\":\"Zoë"
            })
    void invalidJsonIsRefusedWithoutQuotingIt(String response) {
        assertThatThrownBy(() -> read(response))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageStartingWith("is not valid JSON from byte ")
                .hasMessageNotContaining("Zo")
                .hasNoCause();
    }

    @Test
    void invalidJsonIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> read("{\"data\":[{\"a\":?}]}")).hasMessage("is not valid JSON from byte 14 of 18 on");
        assertThatThrownBy(() -> read("\uFEFF\uFEFF{}")).hasMessageStartingWith("is not valid JSON");
        assertThatThrownBy(() -> read(" \uFEFF{}")).hasMessageStartingWith("is not valid JSON");
    }

    @Test
    void responseCutAnywhereIsRefused() {
        byte[] page = SessionJson.page(2, SESSION, SessionJson.inProgress().text());

        for (int length = 0; length < page.length; length++) {
            byte[] cut = Arrays.copyOf(page, length);
            assertThatThrownBy(() -> SessionJson.read(cut))
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageNotContaining("Zo");
        }
    }

    @Test
    void otherEncodingsAreRefused() {
        byte[] page = SessionJson.page(1, SESSION);
        String text = new String(page, StandardCharsets.UTF_8);

        assertThat(read(text).entries()).hasSize(1);
        assertThatThrownBy(() -> SessionJson.read(text.getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(UnexpectedResponseException.class);
        assertThatThrownBy(() -> SessionJson.read(text.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(UnexpectedResponseException.class);
    }

    private static SessionPage read(String response) {
        return SessionJson.read(bytes(response));
    }
}
