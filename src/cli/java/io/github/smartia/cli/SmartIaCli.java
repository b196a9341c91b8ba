package io.github.smartia.cli;

import io.github.smartia.cli.api.ApiFailure;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program. */
@Command(
        name = "smart-ia-cli",
        description = {
            "Says how the CENTURY Connect API behaves with your key, how long reading takes, and how many sessions "
                    + "there are.",
            "The API key comes from the environment variable SMART_IA_API_KEY, or else from standard input."
        },
        mixinStandardHelpOptions = true,
        versionProvider = SmartIaCli.Version.class)
public final class SmartIaCli implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SmartIaCli() {}

    /** Ends the process with 0 (works), 1 (works with remarks) or 2 (does not work). */
    public static void main(String[] arguments) {
        // Otherwise the JDK sends no password to a proxy for https requests.
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        Environment environment = new Environment(
                System.getenv(),
                System.in,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Clock.systemUTC(),
                time -> Thread.sleep(time.toMillis()));
        System.exit(run(environment, arguments));
    }

    static int run(Environment environment, String... arguments) {
        return new CommandLine(new SmartIaCli())
                .addSubcommand(new CheckCommand(environment))
                .addSubcommand(new PlanCommand(environment))
                .addSubcommand(new CountCommand(environment))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(environment.output())
                .setErr(environment.errors())
                .setExecutionExceptionHandler((failure, command, result) -> failed(environment, failure))
                .execute(arguments);
    }

    /** Shows only the tool's own messages: others might quote a response. */
    private static int failed(Environment environment, Exception failure) {
        boolean own = failure instanceof ApiFailure || failure instanceof UsageException;
        environment
                .errors()
                .println(
                        own
                                ? failure.getMessage()
                                : "Unexpected " + failure.getClass().getName());
        environment.errors().flush();
        return ExitCode.DOES_NOT_WORK;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    static String version() {
        String version = SmartIaCli.class.getPackage().getImplementationVersion();
        return "smart-ia-cli " + (version == null ? "of an unpackaged build" : version);
    }

    /** The version of the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {version()};
        }
    }
}
