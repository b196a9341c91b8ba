package io.github.smartia.connect.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The text, opaque to clients, that says where a page starts: base64 of JSON. Bound to the sorting it was made for. */
final class Cursor {

    private Cursor() {}

    static String of(int offset, SortField sort, boolean descending) {
        String json = "{\"skip\":" + offset + ",\"sort\":" + sorting(sort, descending) + "}";
        return Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
    }

    /** @throws BadRequest if it is no cursor, or one of another sorting */
    static int offset(String cursor, SortField sort, boolean descending) {
        JsonNode json = decode(cursor);
        boolean sound = json.path("skip").canConvertToInt() && json.path("skip").intValue() >= 0;
        if (!sound || !json.path("sort").toString().equals(sorting(sort, descending))) {
            throw new BadRequest("cursor is not one of this request");
        }
        return json.path("skip").intValue();
    }

    private static JsonNode decode(String cursor) {
        try {
            return Json.read(new String(Base64.getDecoder().decode(cursor), UTF_8));
        } catch (IllegalArgumentException | JacksonException e) {
            throw new BadRequest("cursor cannot be read");
        }
    }

    private static String sorting(SortField sort, boolean descending) {
        return "[[\"" + sort.apiName() + "\",\"" + (descending ? "desc" : "asc") + "\"]]";
    }
}
