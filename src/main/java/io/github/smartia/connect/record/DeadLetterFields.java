package io.github.smartia.connect.record;

import static io.github.smartia.connect.record.StructField.required;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.connect.data.SchemaBuilder;

/** The fields of a record in the dead-letter topic. */
final class DeadLetterFields {

    private static final List<StructField<DeadLetter>> FIELDS = List.of(
            text(
                    "stream",
                    "The stream the session was read from: completed or in-progress. Not personal data.",
                    DeadLetter::stream),
            required(
                    "organisation",
                    SchemaBuilder.string(),
                    "The organisation the session was read from, by its name in the connector's settings; default where"
                            + " there is only one. Not personal data.",
                    DeadLetter::organisation),
            text(
                    "error",
                    "What is wrong, such as user.userId is missing; also whether json is cut, and how long it was. Not"
                            + " personal data.",
                    DeadLetter::error),
            text(
                    "field",
                    "The dotted path of the field that is wrong, such as user.userId; session where it is the session as"
                            + " a whole. Not personal data.",
                    DeadLetter::field),
            text(
                    "json",
                    "The session's JSON with the privacy settings applied; its beginning where all of it would not fit"
                            + " into a record. Holds personal data of a child.",
                    DeadLetter::json));

    private DeadLetterFields() {}

    static StructType<DeadLetter> type() {
        return StructType.required(
                "DeadLetter",
                "A session that could not be made into a record. Holds personal data of a child: json.",
                FIELDS);
    }

    /** Always there, and optional in the schema, so that a later version may do without it. */
    private static StructField<DeadLetter> text(String name, String doc, Function<DeadLetter, String> value) {
        return StructField.optional(name, SchemaBuilder.string(), doc, letter -> Optional.of(value.apply(letter)));
    }
}
