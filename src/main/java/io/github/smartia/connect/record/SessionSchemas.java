package io.github.smartia.connect.record;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.read.Stream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/**
 * The Connect schemas of the connector's records, and the structs that follow them.
 *
 * <p>One instance serves all streams and organisations of a task: converters cache schemas, and are fastest where they
 * meet the same ones again. Immutable, safe for use by several threads.
 */
public final class SessionSchemas {

    private final StructType<String> key = SessionFields.keyType();
    private final StructType<OrganisationSession> completed = SessionFields.completedType();
    private final StructType<OrganisationSession> inProgress = SessionFields.inProgressType();

    private SessionSchemas() {}

    /** Schemas with every field that the API documents. */
    public static SessionSchemas withAllFields() {
        return new SessionSchemas();
    }

    /** The schema of every key, tombstones' keys included. */
    public Schema key() {
        return key.schema();
    }

    /** The schema of the values in the topic of {@code stream}. */
    public Schema value(Stream stream) {
        return type(stream).schema();
    }

    Struct key(String sessionId) {
        return key.struct(sessionId);
    }

    Struct value(Stream stream, String organisation, Session session) {
        return type(stream).struct(new OrganisationSession(organisation, session));
    }

    private StructType<OrganisationSession> type(Stream stream) {
        return switch (stream) {
            case COMPLETED -> completed;
            case IN_PROGRESS -> inProgress;
        };
    }
}
