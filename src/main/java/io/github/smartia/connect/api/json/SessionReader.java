package io.github.smartia.connect.api.json;

import static io.github.smartia.connect.api.json.Fields.text;

import io.github.smartia.connect.api.json.Fields.MalformedFieldException;
import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Result;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.model.Test;
import io.github.smartia.connect.model.User;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the objects in {@code data} of a response.
 *
 * @param maxBytes maximum size of one session in bytes of JSON; a larger session is malformed
 * @param unreadable receives the path of each documented field that can't be read
 */
record SessionReader(byte[] body, long maxBytes, Consumer<String> unreadable) {

    private static final Set<String> NAMING = Set.of("sessionId", "startDate", "endDate");
    private static final String ID = "a string of 1 to " + Values.ID_LENGTH + " characters without control characters";
    private static final String STATUSES =
            Arrays.stream(Status.values()).map(Status::name).collect(Collectors.joining(" or "));
    private static final String DATE = "an ISO 8601 date with time and zone";

    /**
     * Reads the object in {@code length} bytes of the body, starting at {@code start}.
     *
     * @param tree the object, if it has already been parsed
     */
    Entry read(int start, int length, Optional<ObjectNode> tree) {
        if (length > maxBytes) {
            return malformed(start, length, "session", tooLarge(length));
        }
        try {
            return session(tree.orElseGet(() -> Json.session(body, start, length)));
        } catch (MalformedFieldException e) {
            return malformed(start, length, e.field, e.getMessage());
        } catch (StreamConstraintsException e) {
            return malformed(start, length, "session", "has more than " + Json.SESSION_TOKENS + " values");
        }
    }

    private String tooLarge(int length) {
        return String.format(
                Locale.ROOT,
                "is larger than a record may be (%,d bytes of JSON, %,d allowed; see producer.override.max.request.size)",
                length,
                maxBytes);
    }

    private MalformedSession malformed(int start, int length, String field, String problem) {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser parser = Json.parser(body, start, length)) {
            readTexts(parser, texts);
        } catch (StreamConstraintsException e) {
            // Stops at a string that is far too long for an id or a date.
        }
        return new MalformedSession(
                Optional.ofNullable(texts.get("sessionId")).flatMap(Values::id),
                Optional.ofNullable(texts.get("startDate")).flatMap(Values::instant),
                Optional.ofNullable(texts.get("endDate")).flatMap(Values::instant),
                field,
                problem,
                new String(body, start, length, StandardCharsets.UTF_8));
    }

    /** Reads the id and the dates of the session. */
    private static void readTexts(JsonParser parser, Map<String, String> texts) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_STRING && NAMING.contains(name)) {
                texts.put(name, parser.getString());
            }
            parser.skipChildren();
        }
    }

    /** Modifies {@code tree}, which must not be used afterwards. */
    private Session session(ObjectNode tree) {
        Fields fields = Fields.of(tree);
        String id = fields.required("sessionId", ID, text(Values::id));
        Instant start = fields.required("startDate", DATE, text(Values::instant));
        Status status = fields.required("status", STATUSES, text(Values::status));
        User user = fields.required("user", "an object", fields.object("user", SessionReader::user));
        Test test = fields.required("test", "an object", fields.object("test", SessionReader::test));
        Optional<Instant> end = Optional.empty();
        Optional<Result> result = Optional.empty();
        if (SessionStream.of(status).dateField() == DateField.END_DATE) {
            end = Optional.of(fields.required("endDate", DATE, text(Values::instant)));
            result = fields.optional("result", fields.object("result", SessionReader::result));
        } else {
            fields.dropNull("endDate");
            fields.dropNull("result");
        }
        fields.keepTheRest();
        fields.unreadable().forEach(unreadable);
        return new Session(id, start, end, status, user, test, result, fields.additional());
    }

    private static User user(Fields fields) {
        return new User(
                fields.required("userId", ID, text(Values::id)),
                fields.text("username"),
                fields.text("fullName"),
                fields.text("firstName"),
                fields.text("middleName"),
                fields.text("lastName"),
                fields.text("gender", User.UNKNOWN_GENDER),
                fields.text("upn"),
                fields.text("externalId"),
                fields.optional("emails", Fields::texts),
                fields.optional("dateOfBirth", text(Values::day)));
    }

    private static Test test(Fields fields) {
        String id = fields.required("testId", ID, text(Values::id));
        return new Test(id, fields.text("testVersionId"), fields.text("name"), fields.text("subject"));
    }

    private static Result result(Fields fields) {
        Optional<Instant> created = fields.optional("createdDate", text(Values::instant));
        return new Result(created, fields.text("level"), fields.text("duration"));
    }
}
