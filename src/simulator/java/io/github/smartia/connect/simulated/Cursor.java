package io.github.smartia.connect.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text, opaque to clients, that says where a page starts: base64 of JSON. Bound to the sorting it was made for. */
final class Cursor {

    private static final Pattern OFFSET = Pattern.compile("\\{\"skip\":(\\d{1,9}),.*");

    private Cursor() {}

    static String of(int offset, SortField sort, boolean descending) {
        String direction = descending ? "desc" : "asc";
        String json = "{\"skip\":" + offset + ",\"sort\":[[\"" + sort.apiName() + "\",\"" + direction + "\"]]}";
        return Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
    }

    /** @throws BadRequest if it is no cursor, or one of another sorting */
    static int offset(String cursor, SortField sort, boolean descending) {
        return decoded(cursor)
                .filter(offset -> cursor.equals(of(offset, sort, descending)))
                .orElseThrow(() -> new BadRequest("the cursor does not belong to this request"));
    }

    private static Optional<Integer> decoded(String cursor) {
        try {
            Matcher json = OFFSET.matcher(new String(Base64.getDecoder().decode(cursor), UTF_8));
            return json.matches() ? Optional.of(Integer.valueOf(json.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
