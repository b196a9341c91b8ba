package io.github.smartia.connect.secrets;

import io.github.smartia.connect.simulated.Pupil;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An invented pupil whose every value is unlike anything else, with letters that JSON and URLs have to escape.
 *
 * @param piece occurs in most of the values, and alone counts as a piece of them
 */
record PlantedPupil(String piece, LocalDate birthday) {

    private static final DateTimeFormatter JAVA_DATE =
            DateTimeFormatter.ofPattern("MMM dd '00:00:00 UTC' yyyy", Locale.US);

    UUID userId() {
        return UUID.nameUUIDFromBytes(piece.getBytes(StandardCharsets.UTF_8));
    }

    String username() {
        return "zq_" + piece.toLowerCase(Locale.ROOT);
    }

    String fullName() {
        return String.join(" ", texts().get("firstName"), texts().get("middleName"), texts().get("lastName"));
    }

    String upn() {
        return "U" + piece + "0011";
    }

    private List<String> emails() {
        return List.of(piece + ".one@leak.example", piece + ".two@leak.example");
    }

    /** As the API shows the pupil: every documented field, and two that it does not document. */
    Pupil pupil() {
        ObjectNode user = JsonMapper.shared().createObjectNode();
        texts().forEach(user::put);
        user.put("fullName", fullName()).put("dateOfBirth", birthday.toString());
        user.putObject("guardian").put("called", "Guardian of " + piece);
        emails().forEach(user.putArray("emails")::add);
        return new Pupil(userId(), user.toString());
    }

    private Map<String, String> texts() {
        return Map.of(
                "userId", userId().toString(),
                "username", username(),
                "firstName", "Zoë-" + piece,
                "middleName", "\"Quilla\" Söder-" + piece.charAt(0),
                "lastName", "O'" + piece + "/Quirke",
                "gender", piece + " gender",
                "upn", upn(),
                "externalId", "MIS&" + piece,
                "nickname", "Nick+" + piece);
    }

    /** All that must not turn up, as a whole and in pieces; dates as Java and Connect write them, too. */
    Map<String, String> planted() {
        Map<String, String> planted = new HashMap<>(texts());
        planted.put("fullName", fullName());
        emails().forEach(email -> planted.put("email " + planted.size(), email));
        planted.put("a piece of a name", piece);
        planted.put("dateOfBirth", birthday.toString());
        planted.put("dateOfBirth as java.util.Date shows it", JAVA_DATE.format(birthday));
        long millis = birthday.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        planted.put("dateOfBirth in milliseconds", Long.toString(millis));
        return planted;
    }

    @Override
    public String toString() {
        return "planted pupil";
    }
}
