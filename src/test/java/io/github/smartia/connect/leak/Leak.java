package io.github.smartia.connect.leak;

/**
 * Something planted that turned up. Says what and where, and shows nothing of it.
 *
 * @param form the form that it was found in
 */
record Leak(String place, int line, Planted what, String form) {

    @Override
    public String toString() {
        return what + " (" + form + ") in " + place + ", line " + line;
    }
}
