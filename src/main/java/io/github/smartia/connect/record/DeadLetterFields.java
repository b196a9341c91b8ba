package io.github.smartia.connect.record;

import static io.github.smartia.connect.record.StructField.requiredText;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The fields of a record in the dead-letter topic. */
final class DeadLetterFields {

    private static final List<StructField<DeadLetter>> FIELDS = List.of(
            always("stream", DeadLetter::stream)
                    .doc("The stream from which the session was read: completed or in-progress. Not personal data."),
            requiredText("organisation", DeadLetter::organisation).doc(SessionFields.ORGANISATION_DOC),
            always("error", DeadLetter::error)
                    .doc(
                            "What is wrong, such as user.userId is missing. If json is truncated, also its full length. Not"
                                    + " personal data."),
            always("field", DeadLetter::field)
                    .doc("The path of the field that is wrong, such as user.userId, or session if it is the session as"
                            + " a whole. Not personal data."),
            always("json", DeadLetter::json)
                    .doc("The session's JSON with the privacy settings applied, truncated if it does not fit into a"
                            + " record. Contains personal data of a child."));

    private DeadLetterFields() {}

    static StructType<DeadLetter> type() {
        return StructType.required(
                "DeadLetter",
                "A session that could not be made into a record. Contains personal data of a child: json.",
                FIELDS);
    }

    /** Always set, but optional in the schema, so that a later version can omit it. */
    private static StructField.Draft<DeadLetter> always(String name, Function<DeadLetter, String> value) {
        return StructField.text(name, letter -> Optional.of(value.apply(letter)));
    }
}
