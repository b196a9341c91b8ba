package io.github.smartia.cli;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Something that an API may do.
 *
 * @param id of the row of the check that must speak of it
 * @param seen words of what was seen
 * @param then words of what the connector does
 */
public record Odd(String name, Consumer<OddApi> change, String id, String seen, String then) {

    public static Odd odd(String name, Consumer<OddApi> change, String id, String seen, String then) {
        return new Odd(name, change, id, seen, then);
    }

    /** Shows sessions with something in their JSON replaced. */
    public static Consumer<OddApi> shown(String pattern, String replacement) {
        return api -> api.shown = json -> json.replaceAll(pattern, replacement);
    }

    /** Refuses some requests with this status. */
    public static Consumer<OddApi> refusing(int status, Predicate<Question> refused) {
        return api -> {
            api.refuses = refused;
            api.refusal = status;
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
