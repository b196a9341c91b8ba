package io.github.smartia.connect.quickstart;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What to read and for how long. The API's key is not in here: it only ever goes from the environment of this process
 * to that of the worker.
 *
 * @param apiUrl empty for that of the connector's settings
 * @param simulated whether the API is one of this process's own
 * @param time how long to watch the running connector; empty for until Ctrl-C
 * @param database the file to fill
 */
record Arguments(Optional<String> apiUrl, boolean simulated, Optional<Duration> time, Path database) {

    static final String API_URL = "api.url";
    static final String SECONDS = "quickstart.seconds";
    static final String DATABASE = "quickstart.database";

    /** The environment variable that config/connector-private.json takes the key from. */
    static final String KEY_VARIABLE = "SMART_IA_API_KEY";

    /** What the POM gives for the key where the user gives none. */
    static final String SIMULATED_KEY = "simulated-key";

    /**
     * Reads the arguments as the POM hands them over, where an empty property is one that the user did not give.
     *
     * @param properties system properties by their names, null for none
     * @param environment the same for environment variables
     * @throws IllegalArgumentException with a message for the user
     */
    static Arguments of(UnaryOperator<String> properties, UnaryOperator<String> environment) {
        Optional<String> apiUrl = given(properties, API_URL);
        boolean keyIsSimulated = SIMULATED_KEY.equals(environment.apply(KEY_VARIABLE));
        return new Arguments(
                apiUrl,
                apiUrl.isEmpty() && keyIsSimulated,
                given(properties, SECONDS).map(Arguments::seconds),
                shortened(given(properties, DATABASE).orElse("quickstart.duckdb")));
    }

    private static Optional<String> given(UnaryOperator<String> properties, String name) {
        return Optional.ofNullable(properties.apply(name)).filter(value -> !value.isBlank());
    }

    /** Relative to the working directory where it is below it. */
    private static Path shortened(String file) {
        Path here = Path.of("").toAbsolutePath();
        Path path = Path.of(file).toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }

    private static Duration seconds(String text) {
        try {
            int seconds = Integer.parseInt(text);
            if (seconds > 0) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(refusal(text), e);
        }
        throw new IllegalArgumentException(refusal(text));
    }

    private static String refusal(String text) {
        return SECONDS + " is \"" + text + "\". Give a whole number from 1, or leave it out to go on until Ctrl-C.";
    }
}
