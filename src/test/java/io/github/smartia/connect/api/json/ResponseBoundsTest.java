package io.github.smartia.connect.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.model.Session;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A response just within a bound is read, and one just beyond it is refused. */
class ResponseBoundsTest {

    private static final String DEPTH_OR_LENGTH =
            "exceeds a limit that no valid response should come near (depth, or length of a name or number)";

    @Test
    void nestingBeyondTheDepthIsRefused() {
        // The response, data, and the session are around it.
        int room = Json.DEPTH - 3;

        assertThat(SessionJson.entry(with("x", nested(room)))).isInstanceOf(Session.class);
        assertRefused(with("x", nested(room + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"data\":[", "{\"data\":[[[["})
    void nestingBeyondTheDepthIsRefusedAnywhere(String opening) {
        byte[] deep = SessionJson.bytes("{\"data\":[{\"sessionId\":" + opening.repeat(100_000));

        assertThatThrownBy(() -> SessionJson.read(deep))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage(DEPTH_OR_LENGTH);
    }

    @Test
    void longNameIsRefused() {
        assertThat(SessionJson.entry(with("x".repeat(Json.NAME_LENGTH), "1"))).isInstanceOf(Session.class);
        assertRefused(with("x".repeat(2 * Json.NAME_LENGTH), "1"));
    }

    @Test
    void longNumberIsRefused() {
        assertThat(SessionJson.entry(with("x", "1".repeat(Json.DIGITS)))).isInstanceOf(Session.class);
        assertRefused("{\"x\":" + "1".repeat(Json.DIGITS + 1) + "}");
        assertRefused("{\"x\":0." + "1".repeat(Json.DIGITS + 1) + "}");
    }

    @Test
    void manySessionsAreRefused() {
        String most = String.join(",", Collections.nCopies(PageReader.MOST_SESSIONS, "{}"));

        assertThat(SessionJson.read(SessionJson.page(1, most)).entries()).hasSize(PageReader.MOST_SESSIONS);
        assertThatThrownBy(() -> SessionJson.read(SessionJson.page(1, most, "{}")))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage("exceeds a limit that no valid response should come near (number of sessions)");
    }

    private static void assertRefused(String session) {
        assertThatThrownBy(() -> SessionJson.entry(session))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage(DEPTH_OR_LENGTH);
    }

    private static String with(String name, String json) {
        return SessionJson.completed().with(name, json).text();
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
