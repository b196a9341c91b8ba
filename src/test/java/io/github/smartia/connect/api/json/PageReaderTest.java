package io.github.smartia.connect.api.json;

import static io.github.smartia.connect.api.json.SessionJson.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.model.SessionPage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {

    private static final String SESSION = SessionJson.completed().text();

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

    @Test
    void unknownFieldsOfAResponseAreIgnored() {
        SessionPage page = read("{\"x\":[[{\"data\":[]}]],\"pagination\":{\"y\":{\"total\":9},\"total\":1},\"data\":["
                + SESSION + "],\"z\":null}");

        assertThat(page.entries()).hasSize(1);
        assertThat(page.total()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "101", "0", "-1", "null", "\"30\"", "30.5", "9223372036854775808", "{\"total\":7}"})
    void echoedLimitMayBeAnything(String limit) {
        SessionPage page = read("{\"data\":[],\"pagination\":{\"limit\":" + limit + ",\"total\":3}}");

        assertThat(page.total()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "5", "1e99999999999", "{\"total\":3}", "[{\"limit\":1}]"})
    void nextCursorMayBeAnything(String cursor) {
        SessionPage page = read("{\"data\":[],\"pagination\":{\"nextCursor\":" + cursor + ",\"total\":0}}");

        assertThat(page.total()).isZero();
    }

    @Test
    void nextCursorAndTotalMayBeHuge() {
        String cursor = "c".repeat(2 << 20);

        assertThat(read("{\"data\":[],\"pagination\":{\"nextCursor\":\"" + cursor + "\",\"total\":" + Long.MAX_VALUE
                                + "}}")
                        .total())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void byteOrderMarkIsSkipped() {
        String malformed = "{\"sessionId\":\"Zoë\"}";
        byte[] page = SessionJson.page(2, SESSION, malformed);

        assertThat(read("\uFEFF" + new String(page, StandardCharsets.UTF_8))).isEqualTo(SessionJson.read(page));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF\uFEFF{}", " \uFEFF{}"})
    void byteOrderMarkElsewhereIsNotJson(String body) {
        assertThatThrownBy(() -> read(body)).hasMessageStartingWith("is not valid JSON");
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
    void invalidJsonIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> read("{\"data\":[{\"a\":?}]}")).hasMessage("is not valid JSON from byte 14 of 18 on");
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
