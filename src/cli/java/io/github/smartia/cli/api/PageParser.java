package io.github.smartia.cli.api;

import io.github.smartia.cli.api.ApiFailure.Kind;
import io.github.smartia.cli.api.Page.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a page from a response with status 200, or says why the connector could not read it. */
final class PageParser {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private PageParser() {}

    static Page parse(Search search, Response response) throws ApiFailure {
        JsonNode root = tree(response);
        JsonNode data = root.path("data");
        JsonNode total = root.at("/pagination/total");
        require(data.isArray() || data.isNull(), response, "data is not an array");
        require(total.isIntegralNumber() && total.asLong(-1) >= 0, response, "pagination.total is not an integer");
        List<Seen> sessions = new ArrayList<>();
        collect(data, sessions);
        require(sessions.stream().allMatch(seen -> seen.json().isObject()), response, "data is not a list of objects");
        return new Page(
                search,
                response,
                shape(data),
                List.copyOf(sessions),
                total.asLong(),
                root.at("/pagination/nextCursor"),
                startsWithMark(response.body()));
    }

    private static JsonNode tree(Response response) throws ApiFailure {
        byte[] body = response.body();
        int from = startsWithMark(body) ? BYTE_ORDER_MARK.length : 0;
        try {
            return JsonMapper.shared().readTree(body, from, body.length - from);
        } catch (JacksonException e) {
            // Jackson's message may quote the response, and with it a pupil.
            String type = response.headers().firstValue("Content-Type").orElse("");
            throw unreadable(response, type.contains("html") ? "a web page, not JSON" : "not valid JSON");
        }
    }

    private static boolean startsWithMark(byte[] body) {
        return Arrays.mismatch(body, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length;
    }

    private static Shape shape(JsonNode data) {
        if (data.isNull()) {
            return Shape.NULL;
        }
        return data.path(0).isArray() ? Shape.NESTED : Shape.FLAT;
    }

    private static void collect(JsonNode data, List<Seen> sessions) {
        for (JsonNode element : data) {
            if (element.isArray()) {
                collect(element, sessions);
            } else {
                sessions.add(new Seen(element));
            }
        }
    }

    private static void require(boolean asDocumented, Response response, String otherwise) throws ApiFailure {
        if (!asDocumented) {
            throw unreadable(response, "JSON of an undocumented shape: " + otherwise);
        }
    }

    private static ApiFailure unreadable(Response response, String what) {
        return ApiFailure.of(Kind.UNREADABLE, "status " + response.status() + " with " + what);
    }
}
