package io.github.smartia.cli;

import io.github.smartia.cli.api.Sleeper;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;

/**
 * Everything outside the tool.
 *
 * @param variables the environment variables of the process
 * @param output for results only
 * @param errors for progress and errors
 */
record Environment(
        Map<String, String> variables,
        InputStream input,
        PrintWriter output,
        PrintWriter errors,
        Clock clock,
        Sleeper sleeper) {}
