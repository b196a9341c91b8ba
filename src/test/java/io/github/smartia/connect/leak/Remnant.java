package io.github.smartia.connect.leak;

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

    /** In which line a byte is, from 1 on. */
    int line(int at) {
        int line = 1;
        for (int before = 0; before < at; before++) {
            line += content[before] == '\n' ? 1 : 0;
        }
        return line;
    }
}
