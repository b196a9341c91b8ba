package io.github.smartia.connect.record;

import static io.github.smartia.connect.record.StructField.optional;
import static io.github.smartia.connect.record.StructField.requiredText;
import static io.github.smartia.connect.record.StructField.text;

import io.github.smartia.connect.model.User;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/** The fields of {@code user}. */
final class UserFields {

    private static final List<StructField<User>> FIELDS = List.of(
            requiredText("userId", User::userId).doc("Identifies the pupil at CENTURY; a UUID. Personal data."),
            text("username", User::username)
                    .doc("The name with which the pupil signs in. Null if the API sends none. Personal data."),
            text("fullName", User::fullName).doc("The pupil's full name. Null if the API sends none. Personal data."),
            text("firstName", User::firstName)
                    .doc("The pupil's first name. Null if the API sends none. Personal data."),
            text("middleName", User::middleName)
                    .doc("The pupil's middle name. Null if the school has recorded none. Personal data."),
            text("lastName", User::lastName).doc("The pupil's last name. Null if the API sends none. Personal data."),
            text("gender", User::gender)
                    .doc("male, female, other or unknown. Also unknown if the school has recorded none. Null only if it"
                            + " can't be read. Personal data."),
            text("upn", User::upn)
                    .doc("The pupil's Unique Pupil Number. Null if the school has recorded none. Personal data."),
            text("externalId", User::externalId)
                    .doc("Identifies the pupil in one of the school's systems. Null if the school has recorded none."
                            + " Personal data."),
            optional("emails", SchemaBuilder.array(Schema.STRING_SCHEMA), User::emails)
                    .doc("The pupil's e-mail addresses, in the API's order. Null if the API sends no list."
                            + " Personal data."),
            optional(
                            "dateOfBirth",
                            Date.builder(),
                            (User user) -> user.dateOfBirth().map(LogicalDates::date))
                    .doc("The pupil's date of birth in days since 1970-01-01, without a time zone."
                            + " Null if the school has recorded none. Personal data."));

    private UserFields() {}

    static StructType<User> type(UserPrivacy privacy) {
        return StructType.required(
                "User",
                "The pupil who took the assessment. All fields are personal data of a child.",
                privacy.applyTo(FIELDS));
    }

    /** The names of the fields that match {@code such}, in order. */
    static List<String> names(Predicate<StructField<User>> such) {
        return FIELDS.stream().filter(such).map(StructField::name).toList();
    }
}
