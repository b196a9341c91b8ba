package io.github.smartia.connect.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the API means to say, before any fault spoils it. Immutable. */
final class Answer {

    private static final String CONTENT_TYPE = "Content-Type";

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Answer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of(CONTENT_TYPE, contentType), body);
    }

    static Answer json(int status, String body) {
        return of(status, "application/json; charset=utf-8", body.getBytes(UTF_8));
    }

    /** An error in the API's manner: a small JSON object. */
    static Answer error(int status, String message) {
        return json(status, "{\"statusCode\":" + status + ",\"message\":" + Json.quoted(message) + "}");
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    Answer withType(String contentType) {
        return with(CONTENT_TYPE, contentType);
    }

    Answer withBody(byte[] other) {
        return new Answer(status, headers, other);
    }

    byte[] body() {
        return body.clone();
    }

    int length() {
        return body.length;
    }

    /** Status line and headers, announcing a body of {@code length} bytes. */
    ByteBuffer head(long length) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" \r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(length).append("\r\n\r\n");
        return ByteBuffer.wrap(head.toString().getBytes(UTF_8));
    }

    /** The whole of it, or as much as the first {@code bodyBytes} bytes of the body, in one piece. */
    ByteBuffer firstBytes(int bodyBytes) {
        ByteBuffer head = head(body.length);
        return ByteBuffer.allocate(head.remaining() + bodyBytes)
                .put(head)
                .put(body, 0, bodyBytes)
                .flip();
    }
}
