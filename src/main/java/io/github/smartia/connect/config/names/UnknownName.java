package io.github.smartia.connect.config.names;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name in a config that is a setting neither of this connector nor of Connect.
 *
 * @param name as it is in the config
 * @param meant the setting that was probably meant; empty where the name does not look like one of the connector's
 */
public record UnknownName(String name, Optional<String> meant) {

    private static final Pattern UNPRINTABLE = Pattern.compile("[^!-~]");
    private static final int LONGEST_SHOWN = 100;

    /** What to correct; the value does not show. */
    public String message() {
        return shown(name) + " is not a setting of this connector"
                + meant.map(setting -> ". Did you mean " + shown(setting) + "?")
                        .orElse(" or of Kafka Connect, and has no effect.");
    }

    /** In a form that keeps a log's lines apart. */
    private static String shown(String name) {
        String plain = UNPRINTABLE.matcher(name).replaceAll("?");
        return plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) + "..." : plain;
    }
}
