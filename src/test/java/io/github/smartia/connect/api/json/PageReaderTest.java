package io.github.smartia.connect.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.model.SessionPage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {

    private static final String SESSION = SessionJson.completed().text();

    @ParameterizedTest
    @ValueSource(strings = {"[%1$s,%1$s]", "[[%1$s,%1$s]]", "[[%1$s],[%1$s]]", "[[[%1$s]],[],%1$s]"})
    void sessionsAreFoundHoweverDeepTheListsAroundThem(String shape) {
        assertThat(read("{\"data\":" + shape.formatted(SESSION) + ",\"pagination\":{\"total\":2}}")
                        .entries())
                .hasSize(2);
    }

    @Test
    void emptyPageIsAPage() {
        SessionPage page = PageReader.read(SessionJson.page(0), 100);

        assertThat(page.entries()).isEmpty();
        assertThat(page.total()).isZero();
    }

    @Test
    void fieldsOfTheAnswerThatNobodyKnowsAreSkippedInAnyOrder() {
        SessionPage page = read("{\"x\":[[{\"data\":[]}]],\"pagination\":{\"y\":{\"total\":9},\"total\":1},\"data\":["
                + SESSION + "],\"z\":null}");

        assertThat(page.entries()).hasSize(1);
        assertThat(page.total()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 | 30",
                "100 | 100",
                "500 | 100",
                "0 | 100",
                "-1 | 100",
                "null | 100",
                "\"30\" | 100",
                "30.5 | 100",
                "{\"total\":7} | 100",
                "[1,[2]] | 100"
            })
    void limitIsTheSmallerOfTheAskedAndTheOffered(String offered, int limit) {
        SessionPage page = read("{\"data\":[],\"pagination\":{\"limit\":" + offered + ",\"total\":0}}");

        assertThat(page.limit()).isEqualTo(limit);
        assertThat(page.total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "5", "{\"total\":3}", "[]"})
    void nextCursorMayBeAnything(String cursor) {
        assertThat(read("{\"data\":[],\"pagination\":{\"total\":0,\"nextCursor\":" + cursor + "}}")
                        .total())
                .isZero();
    }

    @Test
    void totalMayBeVeryLarge() {
        assertThat(read("{\"data\":[],\"pagination\":{\"total\":9223372036854775807}}")
                        .total())
                .isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | the answer",
                "null | the answer",
                "\"data\" | the answer",
                "`` | the answer",
                "{} | data",
                "{\"pagination\":{\"total\":0}} | data",
                "{\"data\":null,\"pagination\":{\"total\":0}} | data",
                "{\"data\":{},\"pagination\":{\"total\":0}} | data",
                "{\"data\":[],\"data\":[],\"pagination\":{\"total\":0}} | data twice",
                "{\"data\":[null],\"pagination\":{\"total\":0}} | an element of data",
                "{\"data\":[[7]],\"pagination\":{\"total\":0}} | an element of data",
                "{\"data\":[]} | pagination.total",
                "{\"data\":[],\"pagination\":null} | pagination",
                "{\"data\":[],\"pagination\":[]} | pagination",
                "{\"data\":[],\"pagination\":{}} | pagination.total",
                "{\"data\":[],\"pagination\":{\"total\":null}} | pagination.total",
                "{\"data\":[],\"pagination\":{\"total\":-1}} | pagination.total",
                "{\"data\":[],\"pagination\":{\"total\":1.0}} | pagination.total",
                "{\"data\":[],\"pagination\":{\"total\":\"1\"}} | pagination.total",
                "{\"data\":[],\"pagination\":{\"total\":9223372036854775808}} | pagination.total",
                "{\"data\":[],\"pagination\":{\"total\":0}} {} | end"
            })
    void anotherShapeIsRefusedNamingThePlace(String answer, String place) {
        assertThatThrownBy(() -> read(answer))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage("is JSON of an undocumented shape (%s)", place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html><body>Zoë</body></html>", "{\"data\":[{\"sessionId\":\"Zoë", "{\"data\":[Zoë]}", "{\"da"})
    void whatIsNoJsonIsRefusedWithoutQuotingIt(String answer) {
        assertThatThrownBy(() -> read(answer))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageStartingWith("is no valid JSON from byte ")
                .hasMessageNotContaining("Zo")
                .hasNoCause();
    }

    @Test
    void garbageAfterTheAnswerIsRefused() {
        assertThatThrownBy(() -> read("{\"data\":[],\"pagination\":{\"total\":0}}garbage"))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageNotContaining("garbage");
    }

    @Test
    void answerCutWithinAMalformedSessionIsRefused() {
        assertThatThrownBy(
                        () -> read("{\"pagination\":{\"total\":1},\"data\":[{\"sessionId\":7,\"user\":{\"userId\":\"u"))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageStartingWith("is no valid JSON");
    }

    @Test
    void answerInAnotherEncodingIsRefused() {
        String answer = new String(SessionJson.page(1, "{\"sessionId\":7}"), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> PageReader.read(answer.getBytes(StandardCharsets.UTF_16LE), 100))
                .isInstanceOf(UnexpectedResponseException.class);
        assertThatThrownBy(() ->
                        PageReader.read(SessionJson.completed().text().getBytes(StandardCharsets.ISO_8859_1), 100))
                .isInstanceOf(UnexpectedResponseException.class);
    }

    private static SessionPage read(String answer) {
        return PageReader.read(SessionJson.bytes(answer), 100);
    }
}
