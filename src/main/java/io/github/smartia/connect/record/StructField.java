package io.github.smartia.connect.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/**
 * One field of a struct, and where its value comes from.
 *
 * @param value finds the field's value; empty becomes null, so never empty where the field is required
 * @param inner where the field holds a struct, the fields of that struct
 * @param <T> what the struct is made from
 */
record StructField<T>(
        String name, Schema schema, Function<T, ? extends Optional<?>> value, List<StructField<T>> inner) {

    /** A field that holds no struct. */
    StructField(String name, Schema schema, Function<T, ? extends Optional<?>> value) {
        this(name, schema, value, List.of());
    }

    static <T> Draft<T> required(String name, SchemaBuilder type, Function<T, ?> value) {
        return new Draft<>(name, type.required(), from -> Optional.of(value.apply(from)));
    }

    static <T> Draft<T> requiredText(String name, Function<T, String> value) {
        return required(name, SchemaBuilder.string(), value);
    }

    /** A field that may be absent. Its only default is null, which is what converters write where none is given. */
    static <T> Draft<T> optional(String name, SchemaBuilder type, Function<T, ? extends Optional<?>> value) {
        return new Draft<>(name, type.optional(), value);
    }

    static <T> Draft<T> text(String name, Function<T, Optional<String>> value) {
        return optional(name, SchemaBuilder.string(), value);
    }

    /** A field without the text that every field has. */
    record Draft<T>(String name, SchemaBuilder type, Function<T, ? extends Optional<?>> value) {

        StructField<T> doc(String text) {
            return new StructField<>(name, type.doc(text).build(), value);
        }
    }

    /** A field of the same name and type, which must be a text or a list, with another doc text and value. */
    StructField<T> with(String doc, Function<T, ? extends Optional<?>> otherValue) {
        SchemaBuilder type = schema.type() == Schema.Type.ARRAY
                ? SchemaBuilder.array(schema.valueSchema())
                : SchemaBuilder.type(schema.type());
        SchemaBuilder described = schema.isOptional() ? type.optional().doc(doc) : type.doc(doc);
        return new StructField<>(name, described.build(), otherValue);
    }

    /** A field that holds a struct in turn, which is always there. */
    static <T, S> StructField<T> required(String name, StructType<S> type, Function<T, S> value) {
        return optional(name, type, from -> Optional.of(value.apply(from)));
    }

    /** A field that holds a struct in turn, which may be absent; the struct's own schema must be optional. */
    static <T, S> StructField<T> optional(String name, StructType<S> type, Function<T, Optional<S>> value) {
        return new StructField<>(
                name,
                type.schema(),
                from -> value.apply(from).map(type::struct),
                type.fields().stream().map(field -> field.from(value)).toList());
    }

    private <S> StructField<S> from(Function<S, Optional<T>> path) {
        return new StructField<>(
                name,
                schema,
                from -> path.apply(from).flatMap(value),
                inner.stream().map(field -> field.from(path)).toList());
    }
}
