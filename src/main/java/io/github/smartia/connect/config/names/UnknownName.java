package io.github.smartia.connect.config.names;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name in a config that is a setting neither of this connector nor of Connect.
 *
 * @param meant the setting that was probably meant; empty if the name does not look like one of the connector's
 */
public record UnknownName(String name, Optional<String> meant) {

    private static final Pattern UNPRINTABLE = Pattern.compile("[^!-~]");
    private static final int LONGEST_SHOWN = 100;

    /** What to correct; does not contain the value. */
    public String message() {
        return shown(name) + " is not a setting of this connector"
                + meant.map(setting -> ". Did you mean " + shown(setting) + "?")
                        .orElse(" or of Kafka Connect, and has no effect.");
    }

    /** Short, and without characters that would break a line of the log. */
    private static String shown(String name) {
        String plain = UNPRINTABLE.matcher(name).replaceAll("?");
        return plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) + "..." : plain;
    }
}
