package io.github.smartia.connect.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestParserTest {

    private final SettableClock clock = new SettableClock(Instant.EPOCH);
    private final RequestParser parser = new RequestParser(clock);

    private void add(String text) {
        parser.add(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }

    @Test
    void waitsForTheLastByteOfABody() throws Exception {
        String request = "POST /a?b=c HTTP/1.1\r\nContent-Length: 5\r\nX-One:  1\r\n\r\nZoë!";
        ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(UTF_8));
        while (bytes.remaining() > 0) {
            assertThat(parser.next()).isEmpty();
            parser.add(bytes.slice(bytes.position(), 1));
            bytes.get();
        }
        Request parsed = parser.next().orElseThrow();

        assertThat(parsed.method()).isEqualTo("POST");
        assertThat(parsed.path()).isEqualTo("/a");
        assertThat(parsed.query()).isEqualTo("b=c");
        assertThat(parsed.header("x-one")).hasValue("1");
        assertThat(parsed.body()).isEqualTo("Zoë!");
        assertThat(parsed.time()).isEqualTo(Instant.EPOCH);
        assertThat(parser.next()).isEmpty();
    }

    @Test
    void joinsChunks() throws Exception {
        add("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n");
        assertThat(parser.next()).isEmpty();
        add("\r\nGET / HTTP/1.1\r\n\r\n");

        assertThat(parser.next().map(Request::body)).isEqualTo(Optional.of("abc0123456789"));
        assertThat(parser.next().map(Request::method)).isEqualTo(Optional.of("GET"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\n\r\n",
                "GET / SPDY/3\r\n\r\n",
                "GET / HTTP/1.1\r\nnonsense\r\n\r\n",
                "GET / HTTP/1.1\r\nContent-Length: few\r\n\r\n"
            })
    void refusesWhatIsNotHttp(String text) {
        add(text);

        assertThatThrownBy(parser::next).isInstanceOf(ProtocolException.class);
    }
}
