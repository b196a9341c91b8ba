package io.github.smartia.connect.record;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/**
 * The Connect schemas of the connector's records, and structs with these schemas.
 *
 * <p>All streams and organisations of a task share one instance: converters cache schemas by identity. Immutable, safe for
 * use by several threads.
 */
public final class SessionSchemas {

    private final StructType<String> key = SessionFields.keyType();
    private final StructType<DeadLetter> deadLetter = DeadLetterFields.type();
    private final StructType<OrganisationSession> completed;
    private final StructType<OrganisationSession> inProgress;

    private SessionSchemas(UserPrivacy privacy, RecordShape shape) {
        completed = shape.of(SessionFields.completedType(privacy));
        inProgress = shape.of(SessionFields.inProgressType(privacy));
    }

    /** Nested schemas with every documented field of the API. */
    public static SessionSchemas withAllFields() {
        return under(UserPrivacy.none(), RecordShape.NESTED);
    }

    /**
     * Schemas without the fields that {@code privacy} excludes; structs contain pseudonyms for the fields that it
     * pseudonymises.
     */
    public static SessionSchemas under(UserPrivacy privacy, RecordShape shape) {
        return new SessionSchemas(privacy, shape);
    }

    /** The schema of every key, including those of tombstones. */
    public Schema key() {
        return key.schema();
    }

    /** The schema of the values in the topic of {@code stream}. */
    public Schema value(SessionStream stream) {
        return type(stream).schema();
    }

    /** The schema of the values in the dead-letter topic. */
    public Schema deadLetter() {
        return deadLetter.schema();
    }

    Struct key(String sessionId) {
        return key.struct(sessionId);
    }

    Struct value(SessionStream stream, String organisation, Session session) {
        return type(stream).struct(new OrganisationSession(organisation, session));
    }

    Struct deadLetter(DeadLetter letter) {
        return deadLetter.struct(letter);
    }

    private StructType<OrganisationSession> type(SessionStream stream) {
        return switch (stream) {
            case COMPLETED -> completed;
            case IN_PROGRESS -> inProgress;
        };
    }
}
