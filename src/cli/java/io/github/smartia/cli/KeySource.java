package io.github.smartia.cli;

import io.github.smartia.cli.api.ApiKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the API key from the environment or from standard input. Other users of the machine could see an argument. */
final class KeySource {

    static final String VARIABLE = "SMART_IA_API_KEY";

    private KeySource() {}

    /** @throws UsageException if the key is missing, or can't be sent in a header; the message does not show it */
    static ApiKey read(Environment environment) {
        String text = Optional.ofNullable(environment.variables().get(VARIABLE))
                .filter(key -> !key.isBlank())
                .or(() -> typed(environment))
                .orElseThrow(() -> new UsageException(
                        "There is no API key. Set " + VARIABLE + ", or write the key to standard input."));
        return ApiKey.of(text.strip())
                .orElseThrow(() -> new UsageException("The API key must be printable ASCII without spaces. Check that "
                        + "the whole key was copied, and nothing else."));
    }

    private static Optional<String> typed(Environment environment) {
        environment.errors().println(VARIABLE + " is not set. Reading the API key from standard input.");
        environment.errors().flush();
        try {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(environment.input(), StandardCharsets.UTF_8));
            return Optional.ofNullable(lines.readLine()).filter(line -> !line.isBlank());
        } catch (IOException e) {
            throw new UsageException("Standard input can't be read.");
        }
    }
}
