package io.github.smartia.connect.simulated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Cuts the bytes of one connection into requests of HTTP/1.1. */
final class RequestParser {

    /** A body and where, in the bytes so far, it ends. */
    private record Body(String text, int end) {}

    private static final String HEAD_END = "\r\n\r\n";

    private final Clock clock;
    private byte[] bytes = new byte[4096];
    private int size;

    RequestParser(Clock clock) {
        this.clock = clock;
    }

    void add(ByteBuffer more) {
        int sum = size + more.remaining();
        if (sum > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(sum, 2 * bytes.length));
        }
        more.get(bytes, size, more.remaining());
        size = sum;
    }

    /** Takes the next request, where all of it is there. */
    Optional<Request> next() throws ProtocolException {
        String text = new String(bytes, 0, size, ISO_8859_1);
        int headEnd = text.indexOf(HEAD_END);
        if (headEnd < 0) {
            return Optional.empty();
        }
        List<String> head = text.substring(0, headEnd).lines().toList();
        Map<String, String> headers = headers(head);
        Optional<Body> body = body(text, headEnd + HEAD_END.length(), headers);
        if (body.isEmpty()) {
            return Optional.empty();
        }
        drop(body.get().end);
        return Optional.of(request(head.get(0), headers, body.get().text));
    }

    private Request request(String line, Map<String, String> headers, String body) throws ProtocolException {
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        if (first <= 0 || first == last || !line.startsWith("HTTP/1.", last + 1)) {
            throw new ProtocolException("not a request of HTTP/1.1");
        }
        String target = line.substring(first + 1, last);
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        return new Request(clock.instant(), line.substring(0, first), path, query, headers, body);
    }

    private static Map<String, String> headers(List<String> head) throws ProtocolException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : head.subList(1, head.size())) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new ProtocolException("a header without a name");
            }
            headers.merge(line.substring(0, colon), line.substring(colon + 1).strip(), (a, b) -> a + "," + b);
        }
        return headers;
    }

    private Optional<Body> body(String text, int from, Map<String, String> headers) throws ProtocolException {
        if (headers.getOrDefault("Transfer-Encoding", "").equalsIgnoreCase("chunked")) {
            return chunkedBody(text, from);
        }
        int end = from + number(headers.getOrDefault("Content-Length", "0"), 10);
        return end > size ? Optional.empty() : Optional.of(new Body(new String(bytes, from, end - from, UTF_8), end));
    }

    private Optional<Body> chunkedBody(String text, int from) throws ProtocolException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = from;
        for (int line = text.indexOf("\r\n", at); line >= 0; line = text.indexOf("\r\n", at)) {
            int length = number(text.substring(at, line), 16);
            int end = line + 2 + length;
            if (end + 2 > size) {
                break;
            }
            body.write(bytes, line + 2, length);
            at = end + 2;
            if (length == 0) {
                return Optional.of(new Body(body.toString(UTF_8), at));
            }
        }
        return Optional.empty();
    }

    private static int number(String digits, int radix) throws ProtocolException {
        try {
            return Integer.parseUnsignedInt(digits.strip(), radix);
        } catch (NumberFormatException e) {
            throw new ProtocolException("a length that is no number");
        }
    }

    private void drop(int count) {
        System.arraycopy(bytes, count, bytes, 0, size - count);
        size -= count;
    }
}
