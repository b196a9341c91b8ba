package io.github.smartia.cli;

import io.github.smartia.cli.api.Sleeper;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;

/**
 * What the tool has to do with.
 *
 * @param variables of the process
 * @param output takes results, and nothing else
 * @param errors takes progress and complaints
 */
record Environment(
        Map<String, String> variables,
        InputStream input,
        PrintWriter output,
        PrintWriter errors,
        Clock clock,
        Sleeper sleeper) {}
