package io.github.smartia.connect.record;

import static io.github.smartia.connect.record.StructField.optional;
import static io.github.smartia.connect.record.StructField.text;

import io.github.smartia.connect.model.Result;
import java.util.List;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Timestamp;

/** The fields of {@code result}. */
final class ResultFields {

    private static final List<StructField<Result>> FIELDS = List.of(
            optional(
                            "createdDate",
                            Timestamp.builder(),
                            (Result result) -> result.createdDate().map(LogicalDates::timestamp))
                    .doc(
                            "When the result was created, in milliseconds since 1970-01-01 UTC. Null if the API sends none."
                                    + " Personal data if the pupil is known."),
            text("level", Result::level)
                    .doc("The level that the pupil reached, such as L1 - Lower. Null if the API sends none."
                            + " Personal data if the pupil is known."),
            text("duration", Result::duration)
                    .doc("The time that the pupil took, as an ISO 8601 duration from the API, such as PT1H30M."
                            + " Null if the API sends none. Personal data if the pupil is known."),
            optional(
                            "durationSeconds",
                            SchemaBuilder.int64(),
                            (Result result) -> result.duration().flatMap(IsoDuration::seconds))
                    .doc("The duration in whole seconds, rounded down. Null if there is no duration, or if it is not an"
                            + " ISO 8601 duration of a fixed length. Personal data if the pupil is known."));

    private ResultFields() {}

    static StructType<Result> type() {
        return StructType.optional(
                "Result",
                "The result of the session. Null until the API shows a result. If that is within lookback.ms of the"
                        + " end, the session is published again with it. Personal data if the pupil is known.",
                FIELDS);
    }
}
