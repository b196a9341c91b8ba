package io.github.smartia.connect.record;

import static io.github.smartia.connect.record.StructField.optional;
import static io.github.smartia.connect.record.StructField.required;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Timestamp;

/** The fields of the records themselves: the key, a completed session, a session in progress. */
final class SessionFields {

    private static final String SESSION_ID_DOC =
            "Identifies the session; a UUID as CENTURY writes it. Says nothing about the pupil by itself.";

    private SessionFields() {}

    static StructType<String> keyType() {
        return StructType.required(
                "SessionKey",
                "The key of a Smart IA session: all records of a session share it, and the last of them counts.",
                List.of(required(
                        "sessionId",
                        SchemaBuilder.string(),
                        SESSION_ID_DOC + " In the dead-letter topic, content- and a keyed hash of the session where its"
                                + " id is not known.",
                        sessionId -> sessionId)));
    }

    static StructType<OrganisationSession> completedType(UserPrivacy privacy) {
        return StructType.required(
                "CompletedSession",
                "A Smart IA assessment session that a pupil has finished. Holds personal data of a child: all of user,"
                        + " and whatever else is linked to it.",
                List.of(
                        sessionId(),
                        organisation(),
                        status("COMPLETED"),
                        startDate(),
                        endDate(),
                        user(privacy),
                        test(),
                        optional(
                                "result",
                                ResultFields.type(),
                                from -> from.session().result()),
                        additionalFields(privacy)));
    }

    static StructType<OrganisationSession> inProgressType(UserPrivacy privacy) {
        return StructType.required(
                "InProgressSession",
                "A Smart IA assessment session that a pupil had started and not yet finished when it was read. Holds"
                        + " personal data of a child: all of user, and whatever else is linked to it.",
                List.of(
                        sessionId(),
                        organisation(),
                        status("IN_PROGRESS"),
                        startDate(),
                        user(privacy),
                        test(),
                        additionalFields(privacy)));
    }

    private static StructField<OrganisationSession> sessionId() {
        return required(
                "sessionId",
                SchemaBuilder.string(),
                SESSION_ID_DOC,
                from -> from.session().sessionId());
    }

    private static StructField<OrganisationSession> organisation() {
        return required(
                "organisation",
                SchemaBuilder.string(),
                "The organisation the session was read from, by its name in the connector's settings; default where"
                        + " there is only one. Not personal data.",
                OrganisationSession::organisation);
    }

    private static StructField<OrganisationSession> status(String status) {
        return required(
                "status",
                SchemaBuilder.string(),
                "The state of the session, here always " + status + ". Not personal data.",
                from -> from.session().status().name());
    }

    private static StructField<OrganisationSession> startDate() {
        return required(
                "startDate",
                Timestamp.builder(),
                "When the pupil started, in milliseconds since 1970-01-01 UTC. Personal data where the pupil is known.",
                from -> LogicalDates.timestamp(from.session().startDate()));
    }

    private static StructField<OrganisationSession> endDate() {
        return required(
                "endDate",
                Timestamp.builder(),
                "When the pupil finished, in milliseconds since 1970-01-01 UTC. Personal data where the pupil is"
                        + " known.",
                from -> LogicalDates.timestamp(from.session().endDate().orElseThrow()));
    }

    private static StructField<OrganisationSession> user(UserPrivacy privacy) {
        return required("user", UserFields.type(privacy), from -> from.session().user());
    }

    private static StructField<OrganisationSession> test() {
        return required("test", TestFields.type(), from -> from.session().test());
    }

    private static StructField<OrganisationSession> additionalFields(UserPrivacy privacy) {
        return optional(
                "additionalFields",
                SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA),
                "Fields of the API that this version of the connector does not know, and documented ones whose value it"
                        + " can't read: the field's path, dotted where it is nested, to its value as JSON text. Null if"
                        + " there are none. May hold personal data.",
                from -> Optional.of(privacy.applyTo(from.session().additionalFields()))
                        .filter(fields -> !fields.isEmpty()));
    }
}
