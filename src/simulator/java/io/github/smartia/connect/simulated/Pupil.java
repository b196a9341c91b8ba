package io.github.smartia.connect.simulated;

import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An invented user of the API, and its JSON in the field {@code user} of sessions. */
public record Pupil(UUID userId, String json) {

    /** A pupil with only the fields that are always present. */
    public static Pupil named(UUID userId, String firstName, String lastName) {
        return new Pupil(userId, required(userId, firstName, lastName).toString());
    }

    static ObjectNode required(UUID userId, String firstName, String lastName) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("userId", userId.toString())
                .put("username", (firstName + "_" + lastName).toLowerCase(Locale.ROOT))
                .put("fullName", firstName + " " + lastName)
                .put("firstName", firstName)
                .put("lastName", lastName)
                .put("gender", "unknown");
    }

    @Override
    public String toString() {
        return "pupil " + userId;
    }
}
