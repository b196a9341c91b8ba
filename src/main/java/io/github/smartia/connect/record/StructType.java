package io.github.smartia.connect.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/**
 * A struct schema, and how to fill its structs.
 *
 * @param <T> what the structs are made from
 */
final class StructType<T> {

    private static final String NAMESPACE = "io.github.smartia.connect.";

    private final Schema schema;
    private final List<StructField<T>> fields;
    private final List<Slot<T>> slots;

    private StructType(SchemaBuilder builder, List<StructField<T>> fields) {
        fields.forEach(field -> builder.field(field.name(), field.schema()));
        schema = builder.build();
        this.fields = List.copyOf(fields);
        slots = fields.stream()
                .map(field -> new Slot<>(schema.field(field.name()), field.value()))
                .toList();
    }

    static <T> StructType<T> required(String name, String doc, List<StructField<T>> fields) {
        return new StructType<>(SchemaBuilder.struct().name(NAMESPACE + name).doc(doc), fields);
    }

    /** For a struct that may be absent from its parent, which in Connect is a property of the inner schema. */
    static <T> StructType<T> optional(String name, String doc, List<StructField<T>> fields) {
        return new StructType<>(
                SchemaBuilder.struct().name(NAMESPACE + name).doc(doc).optional(), fields);
    }

    Schema schema() {
        return schema;
    }

    List<StructField<T>> fields() {
        return fields;
    }

    /** The same as one level of columns, under another schema name. */
    StructType<T> flat() {
        String name = "Flat" + schema.name().substring(NAMESPACE.length());
        return required(name, schema.doc(), fields.stream().flatMap(Columns::of).toList());
    }

    Struct struct(T from) {
        Struct struct = new Struct(schema);
        for (Slot<T> slot : slots) {
            slot.value().apply(from).ifPresent(value -> struct.put(slot.field(), value));
        }
        return struct;
    }

    /**
     * A field of the schema, and how to get its value. The field itself avoids a lookup by name in each of millions of structs.
     */
    private record Slot<T>(Field field, Function<T, ? extends Optional<?>> value) {}
}
