package io.github.smartia.connect.record;

import static io.github.smartia.connect.record.StructField.optional;
import static io.github.smartia.connect.record.StructField.required;

import io.github.smartia.connect.model.User;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/** The fields of {@code user}. */
final class UserFields {

    private static final List<StructField<User>> FIELDS = List.of(
            required(
                    "userId",
                    SchemaBuilder.string(),
                    "Identifies the pupil at CENTURY; a UUID. Personal data.",
                    User::userId),
            optional(
                    "username",
                    SchemaBuilder.string(),
                    "The name the pupil signs in with. Null if the API sends none. Personal data.",
                    User::username),
            optional(
                    "fullName",
                    SchemaBuilder.string(),
                    "The pupil's name in full. Null if the API sends none. Personal data.",
                    User::fullName),
            optional(
                    "firstName",
                    SchemaBuilder.string(),
                    "The pupil's first name. Null if the API sends none. Personal data.",
                    User::firstName),
            optional(
                    "middleName",
                    SchemaBuilder.string(),
                    "The pupil's middle name. Null if the school has recorded none. Personal data.",
                    User::middleName),
            optional(
                    "lastName",
                    SchemaBuilder.string(),
                    "The pupil's last name. Null if the API sends none. Personal data.",
                    User::lastName),
            optional(
                    "gender",
                    SchemaBuilder.string(),
                    "male, female, other or unknown; unknown also if the school has recorded none. Personal data.",
                    user -> Optional.of(user.gender())),
            optional(
                    "upn",
                    SchemaBuilder.string(),
                    "The pupil's Unique Pupil Number. Null if the school has recorded none. Personal data.",
                    User::upn),
            optional(
                    "externalId",
                    SchemaBuilder.string(),
                    "Identifies the pupil in a system of the school. Null if the school has recorded none."
                            + " Personal data.",
                    User::externalId),
            optional(
                    "emails",
                    SchemaBuilder.array(Schema.STRING_SCHEMA),
                    "The pupil's e-mail addresses, in the API's order. Null if the API sends no list."
                            + " Personal data.",
                    User::emails),
            optional(
                    "dateOfBirth",
                    Date.builder(),
                    "The day the pupil was born, as days since 1970-01-01, without a time or time zone."
                            + " Null if the school has recorded none. Personal data.",
                    user -> user.dateOfBirth().map(LogicalDates::date)));

    private UserFields() {}

    static StructType<User> type(UserPrivacy privacy) {
        return StructType.required(
                "User",
                "The pupil who sat the assessment. Everything in here is personal data of a child.",
                privacy.applyTo(FIELDS));
    }

    /** The names of such fields, in their order. */
    static List<String> names(Predicate<StructField<User>> such) {
        return FIELDS.stream().filter(such).map(StructField::name).toList();
    }
}
