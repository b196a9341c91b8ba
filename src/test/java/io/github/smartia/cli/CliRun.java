package io.github.smartia.cli;

import io.github.smartia.cli.api.Sleeper;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One run of the tool in this JVM, and the pauses that it made, without their having taken any time. */
record CliRun(int exitCode, String output, String errors, List<Duration> waits) {

    /** With this key in the environment. */
    static CliRun with(String key, String... arguments) {
        return run(Map.of("SMART_IA_API_KEY", key), "", Clock.systemUTC(), arguments);
    }

    static CliRun against(String url, String key, String command, String... options) {
        return with(
                key,
                Stream.concat(Stream.of(command, "--url", url), Stream.of(options))
                        .toArray(String[]::new));
    }

    static CliRun run(Map<String, String> variables, String input, Clock clock, String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        List<Duration> waits = new ArrayList<>();
        Sleeper sleeper = waits::add;
        Environment environment = new Environment(
                variables,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(output, true),
                new PrintWriter(errors, true),
                clock,
                sleeper);
        int exitCode = SmartIaCli.run(environment, arguments);
        return new CliRun(exitCode, output.toString(), errors.toString(), waits);
    }

    /** All that anybody sees. */
    String text() {
        return output + errors;
    }
}
