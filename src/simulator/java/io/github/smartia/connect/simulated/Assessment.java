package io.github.smartia.connect.simulated;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A test that pupils sit, and its JSON in the field {@code test} of sessions. */
public record Assessment(UUID testId, String subject, String json) {

    public static final Assessment ENGLISH = of(1, "English");
    public static final Assessment MATHS = of(2, "Maths");
    public static final Assessment SCIENCE = of(3, "Science");

    public static final List<Assessment> ALL = List.of(ENGLISH, MATHS, SCIENCE);

    private static Assessment of(int number, String subject) {
        UUID testId = new UUID(0xA55E_55ED_0000_4000L, 0x8000_0000_0000_0000L | number);
        String json = JsonMapper.shared()
                .createObjectNode()
                .put("testId", testId.toString())
                .put("testVersionId", new UUID(0xA55E_55ED_0001_4000L, testId.getLeastSignificantBits()).toString())
                .put("name", subject + " Smart Initial Assessment")
                .put("subject", subject)
                .toString();
        return new Assessment(testId, subject, json);
    }
}
