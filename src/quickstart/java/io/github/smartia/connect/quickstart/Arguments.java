package io.github.smartia.connect.quickstart;

import static io.github.smartia.connect.stack.BuildProgram.given;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

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

    /** Reads what the POM sets: an empty property is one that the user did not give. */
    static Arguments ofTheBuild() {
        Optional<String> apiUrl = given(API_URL);
        return new Arguments(
                apiUrl,
                apiUrl.isEmpty() && SIMULATED_KEY.equals(System.getenv(KEY_VARIABLE)),
                given(SECONDS).map(Arguments::seconds),
                shortened(given(DATABASE).orElse("quickstart.duckdb")));
    }

    /** Relative to the working directory where it is below it. */
    private static Path shortened(String file) {
        Path here = Path.of("").toAbsolutePath();
        Path path = Path.of(file).toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }

    private static Duration seconds(String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException(SECONDS + " is \"" + text
                    + "\". Give a whole number from 1, or leave it out to go on until Ctrl-C.");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }
}
