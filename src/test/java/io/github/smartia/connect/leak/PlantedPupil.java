package io.github.smartia.connect.leak;

import io.github.smartia.connect.simulated.Pupil;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        return firstName() + " " + middleName() + " " + lastName();
    }

    String upn() {
        return "U" + piece + "0011";
    }

    private String firstName() {
        return "Zoë-" + piece;
    }

    private String middleName() {
        return "\"Quilla\" Söder-" + piece.charAt(0);
    }

    private String lastName() {
        return "O'" + piece + "/Quirke";
    }

    private String nickname() {
        return "Nick+" + piece;
    }

    private List<String> emails() {
        return List.of(piece + ".one@leak.example", piece + ".two@leak.example");
    }

    /** As the API shows the pupil: every documented field, and two that it does not document. */
    Pupil pupil() {
        ObjectNode user = JsonMapper.shared().createObjectNode();
        user.put("userId", userId().toString()).put("username", username()).put("fullName", fullName());
        user.put("firstName", firstName()).put("middleName", middleName()).put("lastName", lastName());
        user.put("gender", piece + " gender").put("upn", upn()).put("externalId", "MIS&" + piece);
        user.put("dateOfBirth", birthday.toString()).put("nickname", nickname());
        user.putObject("guardian").put("called", "Guardian of " + piece);
        emails().forEach(user.putArray("emails")::add);
        return new Pupil(userId(), user.toString());
    }

    /** All that must not turn up, as a whole and in pieces; dates as Java and Connect write them, too. */
    List<Planted> planted() {
        List<Planted> planted = new ArrayList<>();
        planted.add(new Planted("userId", userId().toString()));
        planted.add(new Planted("username", username()));
        planted.add(new Planted("fullName", fullName()));
        planted.add(new Planted("firstName", firstName()));
        planted.add(new Planted("middleName", middleName()));
        planted.add(new Planted("lastName", lastName()));
        planted.add(new Planted("gender", piece + " gender"));
        planted.add(new Planted("upn", upn()));
        planted.add(new Planted("externalId", "MIS&" + piece));
        emails().forEach(email -> planted.add(new Planted("one of emails", email)));
        planted.add(new Planted("an undocumented field of user", nickname()));
        planted.add(new Planted("a piece of a name", piece));
        planted.add(new Planted("dateOfBirth", birthday.toString()));
        planted.add(new Planted("dateOfBirth as java.util.Date shows it", JAVA_DATE.format(birthday)));
        planted.add(new Planted("dateOfBirth in milliseconds", Long.toString(millis())));
        return planted;
    }

    private long millis() {
        return birthday.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    @Override
    public String toString() {
        return "planted pupil";
    }
}
