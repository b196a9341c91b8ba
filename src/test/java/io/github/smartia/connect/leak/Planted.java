package io.github.smartia.connect.leak;

import java.nio.charset.StandardCharsets;

/**
 * Something that occurs nowhere but where the test put it.
 *
 * @param name by which it is reported
 * @param value never shown
 */
record Planted(String name, String value) {

    private static final int LEAST_BYTES = 10;

    Planted {
        if (value.getBytes(StandardCharsets.UTF_8).length < LEAST_BYTES) {
            throw new IllegalArgumentException(name + " is too short: it might be found by chance");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
