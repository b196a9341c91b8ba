package io.github.smartia.connect.api.json;

import io.github.smartia.connect.api.http.HttpPageFetcher;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.stack.Unchecked;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sessions and pages as an API writes them: {@code SessionJson.completed().with("user.upn", "\"A1\"").text()}. */
public final class SessionJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final ObjectNode session;

    private SessionJson(String json) {
        this.session = (ObjectNode) MAPPER.readTree(json);
    }

    /** A completed session in which nothing is missing. */
    public static SessionJson completed() {
        return new SessionJson("""
            {"sessionId":"s-1","startDate":"2026-01-06T08:00:00.000Z","endDate":"2026-01-06T09:30:00.250Z",
             "status":"COMPLETED",
             "user":{"userId":"a-user","username":"zoe_m","fullName":"Zoë Ann Müller","firstName":"Zoë",
                     "middleName":"Ann","lastName":"Müller","gender":"female","upn":"A123456789012",
                     "externalId":"MIS-7","emails":["zoe@school.example","zoe@home.example"],
                     "dateOfBirth":"2011-02-28"},
             "test":{"testId":"a-test","testVersionId":"version-2","name":"Maths Smart IA","subject":"Maths"},
             "result":{"createdDate":"2026-01-06T09:31:00.000Z","level":"L2 - Upper","duration":"PT1H30M0.25S"}}
            """);
    }

    /** A session in progress that holds only what every session must. */
    public static SessionJson inProgress() {
        return new SessionJson("""
            {"sessionId":"s-2","startDate":"2026-01-06T08:00:00.000Z","status":"IN_PROGRESS",
             "user":{"userId":"u-2"},"test":{"testId":"t-1"}}
            """);
    }

    /** Sets the field at {@code path}, dotted where nested. */
    public SessionJson with(String path, String json) {
        parent(path).set(name(path), MAPPER.readTree(json));
        return this;
    }

    public SessionJson without(String path) {
        parent(path).remove(name(path));
        return this;
    }

    private ObjectNode parent(String path) {
        return path.contains(".") ? (ObjectNode) session.get(path.substring(0, path.indexOf('.'))) : session;
    }

    private static String name(String path) {
        return path.substring(path.indexOf('.') + 1);
    }

    public String text() {
        return session.toString();
    }

    /** A page that counts {@code total} and shows these elements of {@code data}. */
    public static byte[] page(long total, String... elements) {
        String data = Arrays.stream(elements).collect(Collectors.joining(",", "[", "]"));
        return bytes("{\"data\":" + data + ",\"pagination\":{\"total\":" + total + ",\"limit\":100,\"offset\":0,"
                + "\"previousCursor\":null,\"nextCursor\":null}}");
    }

    /** A response that the API's documentation shows. */
    public static byte[] published(String name) {
        return Unchecked.get(() -> {
            try (InputStream file = HttpPageFetcher.class.getResourceAsStream(name)) {
                return file.readAllBytes();
            }
        });
    }

    /** The page in {@code body}, whatever the size of its sessions. */
    static SessionPage read(byte[] body) {
        return PageReader.read(body, Long.MAX_VALUE, field -> {});
    }

    /** What becomes of one element of {@code data}. */
    static Entry entry(String element) {
        return read(page(1, element)).entries().get(0);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
