package io.github.smartia.connect.record;

import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Sessions;
import io.github.smartia.connect.offset.SourcePartition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Transformation;

/** What makes records, and what tests look for in them. */
final class Records {

    static final SessionSchemas SCHEMAS = SessionSchemas.withAllFields();
    static final SessionSchemas FLAT = SessionSchemas.under(UserPrivacy.none(), RecordShape.FLAT);
    static final SourcePartition COMPLETED = new SourcePartition("north", SessionStream.COMPLETED);
    static final SourcePartition IN_PROGRESS = new SourcePartition("north", SessionStream.IN_PROGRESS);
    static final Map<String, ?> OFFSET = Map.of("endDate", "2026-01-06T09:30:00.250Z");
    static final Instant END = Instant.parse("2026-01-06T09:30:00.250Z");
    static final String SECRET = "a secret of the right length";

    private Records() {}

    /** Sessions go to the topics {@code done} and {@code open}. */
    static SessionRecords sessions(RecordTimestamp timestamp) {
        return new SessionRecords(
                SCHEMAS, Map.of(SessionStream.COMPLETED, "done", SessionStream.IN_PROGRESS, "open"), timestamp);
    }

    /** Malformed sessions go to the topic {@code dead}. */
    static DeadLetters deadLetters(UserPrivacy privacy, RecordTimestamp timestamp, long maxJsonBytes) {
        Map<String, String> apiKeys = Map.of("north", "key of the north", "south", "key of the south");
        return new DeadLetters("dead", SCHEMAS, privacy, timestamp, apiKeys, maxJsonBytes);
    }

    static MalformedSession malformed(Optional<String> id, Optional<Instant> end, String json) {
        Instant start = Instant.parse("2026-01-06T09:00:00.000Z");
        return new MalformedSession(id, Optional.of(start), end, "user.userId", "is missing", json);
    }

    /** The value of a completed session of {@code north}, which is checked as converters do. */
    static Struct completed(SessionSchemas schemas, Sessions session) {
        Struct value = schemas.value(
                SessionStream.COMPLETED,
                "north",
                session.completedAt(END.toString()).build());
        value.validate();
        return value;
    }

    static <T extends Transformation<SourceRecord>> T configured(T transform, Map<String, ?> settings) {
        transform.configure(settings);
        return transform;
    }

    static byte[] json(Struct struct, boolean withSchema) {
        try (JsonConverter converter = new JsonConverter()) {
            converter.configure(Map.of("schemas.enable", withSchema), false);
            return converter.fromConnectData("topic", struct.schema(), struct);
        }
    }

    static String key(SourceRecord record) {
        return ((Struct) record.key()).getString("sessionId");
    }

    static Map<String, Object> values(Struct struct) {
        Map<String, Object> values = new LinkedHashMap<>();
        struct.schema().fields().forEach(field -> values.put(field.name(), struct.getWithoutDefault(field.name())));
        return values;
    }

    /** The names of the fields that are not null, in order, separated by spaces. */
    static String present(Struct struct) {
        Map<String, Object> values = values(struct);
        return String.join(
                " ",
                values.keySet().stream()
                        .filter(name -> values.get(name) != null)
                        .toList());
    }

    static List<String> names(Schema struct) {
        return struct.fields().stream().map(Field::name).toList();
    }

    static Schema user(SessionSchemas schemas) {
        return schemas.value(SessionStream.COMPLETED).field("user").schema();
    }
}
