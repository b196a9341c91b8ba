package io.github.smartia.connect.api.json;

import io.github.smartia.connect.model.Result;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.model.Test;
import io.github.smartia.connect.model.User;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** From the tree of a session to the session. */
final class SessionReader {

    private static final String ID = "a string of 1 to " + ResponseBounds.ID_LENGTH + " characters, none a control";
    private static final String DATE = "an ISO 8601 date with time and zone";

    private SessionReader() {}

    /** @throws MalformedFieldException if a required field is missing or wrong; {@code tree} is used up in any case */
    static Session session(ObjectNode tree) {
        Fields fields = Fields.of(tree);
        String id = fields.required("sessionId", ID, Values::id);
        Instant start = fields.required("startDate", DATE, Values::instant);
        Status status = fields.required("status", "COMPLETED or IN_PROGRESS", Values::status);
        User user = fields.requiredObject("user", SessionReader::user);
        Test test = fields.requiredObject("test", SessionReader::test);
        if (status == Status.IN_PROGRESS) {
            // An endDate or a result is not documented here, and so is additional unless it is null.
            Optional<Instant> end = fields.optional("endDate", text -> Optional.empty());
            Optional<Result> result = fields.optional("result", text -> Optional.empty());
            return new Session(id, start, end, status, user, test, result, fields.additional());
        }
        Instant end = fields.required("endDate", DATE, Values::instant);
        Optional<Result> result = fields.object("result", SessionReader::result);
        return new Session(id, start, Optional.of(end), status, user, test, result, fields.additional());
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
