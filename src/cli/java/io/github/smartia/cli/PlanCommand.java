package io.github.smartia.cli;

import io.github.smartia.cli.api.ApiFailure;
import io.github.smartia.cli.api.Requests;
import io.github.smartia.cli.plan.ConnectorJson;
import io.github.smartia.cli.plan.Figures;
import io.github.smartia.cli.plan.PlanText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes how much time and memory reading an organisation takes, and which settings to use. */
@Command(
        name = "plan",
        description = {
            "Says how many sessions there are, how long catching up takes and how much is remembered, and writes the "
                    + "settings of a connector. Sends at most 25 requests."
        },
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

    private static final int MOST_REQUESTS = 25;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--connector",
            paramLabel = "FILE",
            description = "File for the connector's JSON. Default: standard output, after the plan")
    private Optional<Path> file = Optional.empty();

    private final Environment environment;

    PlanCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws ApiFailure, InterruptedException {
        Requests requests = connection.requests(environment, MOST_REQUESTS);
        PlanText plan = new PlanText(Figures.measure(requests));
        plan.lines().forEach(environment.output()::println);
        environment.output().println();
        write(ConnectorJson.of(connection.settings(environment), plan.recommendation()));
        environment.output().flush();
        return ExitCode.WORKS;
    }

    private void write(String json) {
        file.ifPresentOrElse(
                path -> OutputFile.write("--connector", path, json),
                () -> environment.output().println(json));
    }
}
