package io.github.smartia.connect.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/**
 * One field of a struct, and the source of its value.
 *
 * @param value gets the field's value; empty becomes null, which a required field must not be
 * @param inner the fields of the struct that the field contains; empty if it contains none
 * @param <T> what the struct is made from
 */
record StructField<T>(
        String name, Schema schema, Function<T, ? extends Optional<?>> value, List<StructField<T>> inner) {

    /** A field that is not a struct. */
    StructField(String name, Schema schema, Function<T, ? extends Optional<?>> value) {
        this(name, schema, value, List.of());
    }

    static <T> Draft<T> required(String name, SchemaBuilder type, Function<T, ?> value) {
        return new Draft<>(name, type.required(), from -> Optional.of(value.apply(from)));
    }

    static <T> Draft<T> requiredText(String name, Function<T, String> value) {
        return required(name, SchemaBuilder.string(), value);
    }

    /** A field that may be absent. It has no default, so converters write null as its default. */
    static <T> Draft<T> optional(String name, SchemaBuilder type, Function<T, ? extends Optional<?>> value) {
        return new Draft<>(name, type.optional(), value);
    }

    static <T> Draft<T> text(String name, Function<T, Optional<String>> value) {
        return optional(name, SchemaBuilder.string(), value);
    }

    /** A field that lacks its documentation. */
    record Draft<T>(String name, SchemaBuilder type, Function<T, ? extends Optional<?>> value) {

        StructField<T> doc(String text) {
            return new StructField<>(name, type.doc(text).build(), value);
        }
    }

    /** The same field with other documentation and another value. Its type must be a text or a list. */
    StructField<T> with(String doc, Function<T, ? extends Optional<?>> otherValue) {
        SchemaBuilder type = schema.type() == Schema.Type.ARRAY
                ? SchemaBuilder.array(schema.valueSchema())
                : SchemaBuilder.type(schema.type());
        SchemaBuilder described = schema.isOptional() ? type.optional().doc(doc) : type.doc(doc);
        return new StructField<>(name, described.build(), otherValue);
    }

    /** A field that is a struct and always set. */
    static <T, S> StructField<T> required(String name, StructType<S> type, Function<T, S> value) {
        return optional(name, type, from -> Optional.of(value.apply(from)));
    }

    /** A field that is a struct and may be absent. The schema of {@code type} must be optional. */
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
