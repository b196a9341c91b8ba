package io.github.smartia.connect.api.json;

import static io.github.smartia.connect.api.json.Fields.required;

import io.github.smartia.connect.model.User;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Collects the fields of {@code user}. */
final class UserReader {

    private static final String PREFIX = "user.";

    private final Fields fields;
    private Optional<String> userId = Optional.empty();
    private Optional<String> username = Optional.empty();
    private Optional<String> fullName = Optional.empty();
    private Optional<String> firstName = Optional.empty();
    private Optional<String> middleName = Optional.empty();
    private Optional<String> lastName = Optional.empty();
    private Optional<String> gender = Optional.empty();
    private Optional<String> upn = Optional.empty();
    private Optional<String> externalId = Optional.empty();
    private Optional<List<String>> emails = Optional.empty();
    private Optional<LocalDate> dateOfBirth = Optional.empty();

    private UserReader(Fields fields) {
        this.fields = fields;
    }

    static User read(Fields fields) {
        UserReader reader = new UserReader(fields);
        fields.each(PREFIX, reader::field);
        return reader.user();
    }

    private boolean field(String name) {
        switch (name) {
            case "userId" -> userId = fields.id(PREFIX + name);
            case "username" -> username = text(name);
            case "fullName" -> fullName = text(name);
            case "firstName" -> firstName = text(name);
            case "middleName" -> middleName = text(name);
            case "lastName" -> lastName = text(name);
            case "gender" -> gender = text(name);
            case "upn" -> upn = text(name);
            case "externalId" -> externalId = text(name);
            case "emails" -> emails = fields.texts(PREFIX + name);
            case "dateOfBirth" -> dateOfBirth = fields.localDate(PREFIX + name);
            default -> {
                return false;
            }
        }
        return true;
    }

    private Optional<String> text(String name) {
        return fields.text(PREFIX + name);
    }

    private User user() {
        return new User(
                required(userId, PREFIX + "userId"),
                username,
                fullName,
                firstName,
                middleName,
                lastName,
                gender.orElse(User.UNKNOWN_GENDER),
                upn,
                externalId,
                emails,
                dateOfBirth);
    }
}
