package io.github.smartia.connect.secrets;

import io.github.smartia.connect.simulated.Pupil;
import io.github.smartia.connect.stack.Resource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An invented pupil whose every value is unlike anything else, with letters that JSON and URLs have to escape.
 *
 * @param piece occurs in most of the values, and alone counts as a piece of them
 */
record PlantedPupil(String piece, LocalDate birthday) {

    /** As the API shows the pupil: every documented field, and two that it does not document. */
    private static final String JSON = Resource.text("secrets/planted-pupil.json");

    private static final DateTimeFormatter JAVA_DATE =
            DateTimeFormatter.ofPattern("MMM dd '00:00:00 UTC' yyyy", Locale.US);

    UUID userId() {
        return UUID.nameUUIDFromBytes(piece.getBytes(StandardCharsets.UTF_8));
    }

    Pupil pupil() {
        return new Pupil(userId(), JSON.formatted(userId(), piece.toLowerCase(Locale.ROOT), piece, birthday));
    }

    String text(String field) {
        return JsonMapper.shared().readTree(pupil().json()).path(field).asString();
    }

    /** All that must not turn up, as a whole and in pieces; dates as Java and Connect write them, too. */
    Map<String, String> planted() {
        Map<String, String> planted = new HashMap<>();
        JsonNode json = JsonMapper.shared().readTree(pupil().json());
        json.properties().stream()
                .filter(field -> field.getValue().isString())
                .forEach(field -> planted.put(field.getKey(), field.getValue().asString()));
        json.path("emails").forEach(email -> planted.put("email " + planted.size(), email.asString()));
        planted.put("a piece of a name", piece);
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
