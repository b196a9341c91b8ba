package io.github.smartia.connect.record;

import static io.github.smartia.connect.record.StructField.optional;
import static io.github.smartia.connect.record.StructField.required;
import static io.github.smartia.connect.record.StructField.requiredText;

import io.github.smartia.connect.model.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Timestamp;

/** The fields of the records themselves: the key, a completed session, a session in progress. */
final class SessionFields {

    private static final String SESSION_ID_DOC =
            "Identifies the session: a UUID from CENTURY. By itself it says nothing about the pupil.";

    static final String ORGANISATION_DOC =
            "The organisation's name in the connector's settings, or default if they name none. Not personal data.";

    private SessionFields() {}

    static StructType<String> keyType() {
        return StructType.required(
                "SessionKey",
                "The key of a Smart IA session. The newest record of a key is the current state of its session.",
                List.of(requiredText("sessionId", (String sessionId) -> sessionId)
                        .doc(SESSION_ID_DOC
                                + " In the dead-letter topic, if the id is not known: content- followed by a"
                                + " keyed hash of the session.")));
    }

    static StructType<OrganisationSession> completedType(UserPrivacy privacy) {
        return StructType.required(
                "CompletedSession",
                "A Smart IA assessment session that a pupil has finished. Contains personal data of a child: user, and"
                        + " everything linked to it.",
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
                "A Smart IA assessment session that a pupil had started and not yet finished when it was read. Contains"
                        + " personal data of a child: user, and everything linked to it.",
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
        return requiredText(
                        "sessionId",
                        (OrganisationSession from) -> from.session().sessionId())
                .doc(SESSION_ID_DOC);
    }

    private static StructField<OrganisationSession> organisation() {
        return requiredText("organisation", OrganisationSession::organisation).doc(ORGANISATION_DOC);
    }

    private static StructField<OrganisationSession> status(String status) {
        return requiredText(
                        "status",
                        (OrganisationSession from) -> from.session().status().name())
                .doc("The state of the session: always " + status + ". Not personal data.");
    }

    private static StructField<OrganisationSession> startDate() {
        return date("startDate", Session::startDate)
                .doc("When the pupil started, in milliseconds since 1970-01-01 UTC. Personal data if the pupil is"
                        + " known.");
    }

    private static StructField<OrganisationSession> endDate() {
        return date("endDate", session -> session.endDate().orElseThrow())
                .doc("When the pupil finished, in milliseconds since 1970-01-01 UTC. Personal data if the pupil is"
                        + " known.");
    }

    private static StructField.Draft<OrganisationSession> date(String name, Function<Session, Instant> value) {
        return required(name, Timestamp.builder(), from -> LogicalDates.timestamp(value.apply(from.session())));
    }

    private static StructField<OrganisationSession> user(UserPrivacy privacy) {
        return required("user", UserFields.type(privacy), from -> from.session().user());
    }

    private static StructField<OrganisationSession> test() {
        return required("test", TestFields.type(), from -> from.session().test());
    }

    private static StructField<OrganisationSession> additionalFields(UserPrivacy privacy) {
        SchemaBuilder texts = SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA);
        return optional(
                        "additionalFields",
                        texts,
                        (OrganisationSession from) -> Optional.of(
                                        privacy.applyTo(from.session().additionalFields()))
                                .filter(fields -> !fields.isEmpty()))
                .doc("Fields that this version of the connector does not know, and documented fields whose value it"
                        + " can't read. Maps the path of each, such as user.year, to its value as JSON text. Null if"
                        + " there are none. May contain personal data.");
    }
}
