package io.github.smartia.connect.secrets;

import java.nio.charset.StandardCharsets;

/**
 * A thing that a run left behind.
 *
 * @param place where it is, for people
 */
record Remnant(String place, byte[] content) {

    static Remnant of(String place, String text) {
        return new Remnant(place, text.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
