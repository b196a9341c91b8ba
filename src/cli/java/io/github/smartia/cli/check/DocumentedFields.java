package io.github.smartia.cli.check;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeType;

/** The fields of a session as documented. */
final class DocumentedFields {

    /** A record requires them. */
    static final Set<String> REQUIRED = Set.of("sessionId", "startDate", "status", "user.userId", "test.testId");

    /** Required in completed sessions. */
    static final String END_DATE = "endDate";

    private static final Map<String, JsonNodeType> NOT_TEXT = Map.of(
            "user", JsonNodeType.OBJECT,
            "test", JsonNodeType.OBJECT,
            "result", JsonNodeType.OBJECT,
            "user.emails", JsonNodeType.ARRAY);

    private static final Set<String> TEXT = Set.of(
            "sessionId",
            "startDate",
            "endDate",
            "status",
            "user.userId",
            "user.username",
            "user.fullName",
            "user.firstName",
            "user.middleName",
            "user.lastName",
            "user.gender",
            "user.upn",
            "user.externalId",
            "user.dateOfBirth",
            "test.testId",
            "test.testVersionId",
            "test.name",
            "test.subject",
            "result.createdDate",
            "result.level",
            "result.duration");

    private DocumentedFields() {}

    /** Empty if the field is not documented. */
    static Optional<JsonNodeType> type(String path) {
        return TEXT.contains(path) ? Optional.of(JsonNodeType.STRING) : Optional.ofNullable(NOT_TEXT.get(path));
    }
}
