package io.github.smartia.connect.record;

import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;

/** A field of a Connect schema, at whatever depth, by its dotted path. */
public record FieldPath(String path, Schema schema) {

    /** All fields of a struct, each followed by those inside it. */
    public static Stream<FieldPath> in(Schema struct) {
        return in("", struct);
    }

    private static Stream<FieldPath> in(String prefix, Schema struct) {
        return struct.fields().stream().flatMap(field -> {
            FieldPath path = new FieldPath(prefix + field.name(), field.schema());
            return field.schema().type() == Schema.Type.STRUCT
                    ? Stream.concat(Stream.of(path), in(path.path() + ".", field.schema()))
                    : Stream.of(path);
        });
    }

    boolean isRequired() {
        return !schema.isOptional();
    }
}
