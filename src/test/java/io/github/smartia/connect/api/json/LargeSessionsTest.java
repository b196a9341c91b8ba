package io.github.smartia.connect.api.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Session;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargeSessionsTest {

    private static final String SMALL = SessionJson.inProgress().text();
    private static final String MEGABYTES = '"' + "Zoë ".repeat(1 << 19) + '"';

    @Test
    void textOfMegabytesIsRead() {
        String large = SessionJson.completed()
                .with("user.middleName", MEGABYTES)
                .with("x", "[" + MEGABYTES + ",1.25]")
                .text();

        List<Entry> entries =
                SessionJson.read(SessionJson.page(3, SMALL, large, SMALL)).entries();

        assertThat(entries).extracting(Object::toString).containsExactly("session s-2", "session s-1", "session s-2");
        assertThat(((Session) entries.get(1)).user().middleName().map(name -> '"' + name + '"'))
                .contains(MEGABYTES);
        assertThat(((Session) entries.get(1)).additionalFields()).isEqualTo(Map.of("x", "[" + MEGABYTES + ",1.25]"));
        assertThat(entries.get(2)).isEqualTo(SessionJson.entry(SMALL));
    }

    @Test
    void sessionOverTheBoundIsMalformedAlone() {
        String large = ofBytes(1_234_567);

        List<Entry> entries = PageReader.read(SessionJson.page(3, SMALL, large, SMALL), 1_040_384, field -> {})
                .entries();

        assertThat(entries.get(0)).isEqualTo(SessionJson.entry(SMALL));
        assertThat(entries.get(1))
                .isEqualTo(new MalformedSession(
                        Optional.of("s-1"),
                        Optional.of(Instant.parse("2026-01-06T08:00:00.000Z")),
                        Optional.of(Instant.parse("2026-01-06T09:30:00.250Z")),
                        "session",
                        "is larger than a record may be (1,234,567 bytes of JSON, 1,040,384 allowed; see"
                                + " producer.override.max.request.size)",
                        large));
        assertThat(entries.get(2)).isEqualTo(SessionJson.entry(SMALL));
    }

    @Test
    void boundCountsBytesOfUtf8() {
        String json = SessionJson.completed().text();
        int bytes = json.getBytes(UTF_8).length;
        byte[] page = SessionJson.page(1, json);

        assertThat(bytes).isGreaterThan(json.length());
        assertThat(PageReader.read(page, bytes, field -> {}).entries().get(0)).isInstanceOf(Session.class);
        assertThat(PageReader.read(page, bytes - 1, field -> {}).entries().get(0))
                .isInstanceOf(MalformedSession.class);
    }

    /** Of the same session in a body that becomes a tree at once, and in one that does not. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a longer one"})
    void resultDoesNotDependOnTheSizeOfTheBody(String added) {
        String odd = SessionJson.completed()
                .with("user.gender", "[1e5,-0]")
                .with("y", "{\"z\":null}")
                .text()
                .replace("null", "1.10");
        String bad = SessionJson.completed().without("test.testId").text();
        String padding = added.repeat(Json.SMALL);

        List<Entry> entries = SessionJson.read(SessionJson.page(4, odd, bad, "{\"padding\":\"" + padding + "\"}", odd))
                .entries();

        assertThat(entries.get(0)).isEqualTo(SessionJson.entry(odd));
        assertThat(entries.get(1)).isEqualTo(SessionJson.entry(bad));
        assertThat(entries.get(3)).isEqualTo(SessionJson.entry(odd));
    }

    @Test
    void byteOrderMarkBeforeABodyOfAnySizeIsSkipped() {
        String malformed = "{\"sessionId\":\"Zoë\"}";
        String large = SessionJson.completed().with("x", MEGABYTES).text();
        for (String session : List.of(malformed, large)) {
            String page = new String(SessionJson.page(2, SMALL, session), UTF_8);

            assertThat(SessionJson.read(SessionJson.bytes("\uFEFF" + page)))
                    .isEqualTo(SessionJson.read(SessionJson.bytes(page)));
        }
    }

    @Test
    void sessionOfTooManyValuesIsMalformedAlone() {
        String within = withValues(Json.SESSION_TOKENS - 200);
        String over = withValues(Json.SESSION_TOKENS);

        List<Entry> entries =
                SessionJson.read(SessionJson.page(3, within, over, within)).entries();

        assertThat(entries)
                .extracting(Object::toString)
                .containsExactly("session s-2", "session s-2: session has more than 200000 values", "session s-2");
    }

    @Test
    void idOfMegabytesIsNotRead() {
        MalformedSession session = (MalformedSession) SessionJson.entry(
                SessionJson.completed().with("sessionId", MEGABYTES).text());

        assertThat(session)
                .hasToString(
                        "session without sessionId: sessionId is not a string of 1 to 256 characters without control characters");
    }

    /** A session whose id and dates come after a large field. */
    private static String ofBytes(int bytes) {
        String json = SessionJson.completed().text();
        int padding = bytes - json.getBytes(UTF_8).length - "\"x\":\"\",".length();
        return json.replaceFirst("\\{", "{\"x\":\"" + "x".repeat(padding) + "\",");
    }

    private static String withValues(int count) {
        return SMALL.replaceFirst("}$", ",\"x\":[1" + ",1".repeat(count - 1) + "]}");
    }
}
