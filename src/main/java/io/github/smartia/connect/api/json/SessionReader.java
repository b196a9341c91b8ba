package io.github.smartia.connect.api.json;

import io.github.smartia.connect.model.Result;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.model.Test;
import io.github.smartia.connect.model.User;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** From the tree of a session to the session. */
final class SessionReader {

    private static final String ID = "a string of 1 to " + ResponseBounds.ID_LENGTH + " characters, none a control";
    private static final String DATE = "an ISO 8601 date with time and zone";

    private SessionReader() {}

    /**
     * Reads one session, and uses {@code tree} up.
     *
     * @param unreadable takes the path of each documented field that can't be read
     * @throws MalformedFieldException if a required field is missing or wrong
     */
    static Session session(ObjectNode tree, Consumer<String> unreadable) {
        Fields fields = Fields.of(tree);
        String id = fields.required("sessionId", ID, Values::id);
        Instant start = fields.required("startDate", DATE, Values::instant);
        Status status = fields.required("status", "COMPLETED or IN_PROGRESS", Values::status);
        User user = fields.requiredObject("user", SessionReader::user);
        Test test = fields.requiredObject("test", SessionReader::test);
        Optional<Instant> end = Optional.empty();
        Optional<Result> result = Optional.empty();
        if (status == Status.COMPLETED) {
            end = Optional.of(fields.required("endDate", DATE, Values::instant));
            result = fields.object("result", SessionReader::result);
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
                fields.required("userId", ID, Values::id),
                fields.text("username"),
                fields.text("fullName"),
                fields.text("firstName"),
                fields.text("middleName"),
                fields.text("lastName"),
                fields.text("gender").orElse(User.UNKNOWN_GENDER),
                fields.text("upn"),
                fields.text("externalId"),
                fields.texts("emails"),
                fields.optional("dateOfBirth", Values::day));
    }

    private static Test test(Fields fields) {
        String id = fields.required("testId", ID, Values::id);
        return new Test(id, fields.text("testVersionId"), fields.text("name"), fields.text("subject"));
    }

    private static Result result(Fields fields) {
        Optional<Instant> created = fields.optional("createdDate", Values::instant);
        return new Result(created, fields.text("level"), fields.text("duration"));
    }
}
