package io.github.smartia.connect.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the API means to send, before a fault breaks it. The body must not be changed. */
record Response(int status, Map<String, String> headers, byte[] body) {

    static Response json(int status, String body) {
        return new Response(status, Map.of(), body.getBytes(UTF_8)).withType("application/json; charset=utf-8");
    }

    /** An error in the API's manner: a small JSON object. */
    static Response error(int status, String message) {
        return json(status, "{\"statusCode\":" + status + ",\"message\":" + Json.quoted(message) + "}");
    }

    Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }

    Response withType(String contentType) {
        return with("Content-Type", contentType);
    }

    Response withBody(byte[] other) {
        return new Response(status, headers, other);
    }

    /** Status line and headers, announcing a body of {@code length} bytes. */
    HttpResponse head(long length) {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
        headers.forEach(head.headers()::set);
        head.headers().set(HttpHeaderNames.CONTENT_LENGTH, length);
        return head;
    }
}
