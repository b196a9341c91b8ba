package io.github.smartia.cli;

import io.github.smartia.cli.api.Requests;
import io.github.smartia.cli.check.CheckReport;
import io.github.smartia.cli.check.CheckTable;
import io.github.smartia.cli.check.Checkup;
import io.github.smartia.cli.check.Findings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks whether the API does what the connector relies on. */
@Command(
        name = "check",
        description = {
            "Checks whether the API does what the connector relies on, and says what the connector does if it does "
                    + "not. Sends at most 25 requests.",
            "Exits with 0 if it works, with 1 if it works with remarks, with 2 if it does not."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private static final int MOST_REQUESTS = 25;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "File for the findings as JSON, without the key and personal data")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--probe-limit",
            description =
                    "Look for the rate limit too: up to ten requests without pauses, until one is throttled " + "(429)")
    private boolean probeLimit;

    private final Environment environment;

    CheckCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        Requests requests = connection.requests(environment, MOST_REQUESTS);
        Findings findings = new Checkup(requests, probeLimit, this::say).run();
        CheckTable.lines(findings).forEach(environment.output()::println);
        environment.output().flush();
        report.ifPresent(file -> OutputFile.write("--report", file, json(findings, requests)));
        return switch (findings.worst()) {
            case FAILS -> ExitCode.DOES_NOT_WORK;
            case REMARK -> ExitCode.WORKS_WITH_REMARKS;
            default -> ExitCode.WORKS;
        };
    }

    private String json(Findings findings, Requests requests) {
        return CheckReport.json(
                findings,
                requests.traffic().requests(),
                SmartIaCli.version(),
                environment.clock().instant());
    }

    private void say(String line) {
        environment.errors().println(line);
        environment.errors().flush();
    }
}
