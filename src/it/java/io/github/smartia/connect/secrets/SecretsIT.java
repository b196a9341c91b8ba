package io.github.smartia.connect.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Resource;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.WorkerOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Careful connectors, in good times and bad, leave neither personal data nor a secret behind, in whatever form. Searched
 * is all that others than the worker itself can get at:
 *
 * <ul>
 *   <li>every record in any topic: Connect's offsets, configs and status too, keys and headers too;
 *   <li>what the worker responds by REST, with traces of failures and the outcome of validation, and the registry;
 *   <li>the logs of worker, broker and registry;
 *   <li>the worker's MBeans with the values of all attributes, and its threads with their names.
 * </ul>
 *
 * <p>The worker logs at the level TRACE what the connector and its libraries, Connect, the converter and the producer say.
 * Connect and the producer log whole records there, by their own design: so what the privacy settings take out of records
 * is taken out of these logs, and what a connector without such settings publishes can be read there. What the connector
 * itself logs of a session, before privacy settings apply, is searched here too. Other loggers stay at INFO: the worker's
 * web server logs at DEBUG what people send it, which no connector can help.
 *
 * <p>Not searched: the worker's memory, which holds whole sessions, and the files that the worker's config provider reads.
 * Ids to filter by are given by reference here; whoever writes them into the settings has them in the config topic.
 *
 * <p>A careless connector on the same worker shows that the same search would find what is in each of these places.
 */
@ExtendWith(StackExtension.class)
class SecretsIT {

    private static List<Remnant> remnants;

    @BeforeAll
    static void runConnectors(Stack stack) throws IOException {
        Set<String> topicsBefore = stack.broker().topics();
        try (ConnectWorker worker = stack.startWorker(tracing());
                CarefulRun careful = new CarefulRun(stack, worker);
                CarelessRun careless = new CarelessRun(stack, worker.rest())) {
            Remains remains = new Remains(stack, worker, topicsBefore);
            careful.run(remains);
            careless.run(remains);
            worker.stop();
            remnants = remains.all();
        }
    }

    private static WorkerOptions tracing() {
        return WorkerOptions.inGroup("secrets")
                // Dates are searched for as they look there.
                .withJvmOptions(
                        "-Dlog4j2.configurationFile=" + Resource.path("secrets/trace-log4j2.properties"),
                        "-Duser.timezone=UTC")
                .with("config.providers", "file,env")
                .with("config.providers.env.class", EnvVarConfigProvider.class.getName())
                .withEnvironment(Map.of(CarefulSettings.KEY_VARIABLE, CarefulSettings.KEY));
    }

    @Test
    void carefulConnectorsLeaveNothingAnywhere() {
        assertThat(new Search(CarefulSettings.planted()).in(remnants)).isEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(files = "src/it/resources/io/github/smartia/connect/secrets/leaks.csv")
    void aCarelessConnectorsLeakIsFoundAndNotShown(String what, String place) {
        List<String> leaks = new Search(CarelessRun.planted()).in(at(place));
        assertThat(leaks).anyMatch(leak -> leak.startsWith(what + " ("));
        assertThat(leaks.toString()).doesNotContain("Cassowaryl", "careless-key");
    }

    @Test
    void settingsShowWhereSecretsAreKept() {
        assertThat(at("GET /connectors/" + CarefulSettings.GETTING + "/config"))
                .isNotEmpty()
                .allMatch(answer -> answer.text().contains("${file:/"))
                .allMatch(answer -> answer.text().contains("${env:" + CarefulSettings.KEY_VARIABLE + "}"));
        assertThat(at("the answer to validate of sound settings"))
                .singleElement()
                .satisfies(answer -> assertThat(answer.text()).contains("\"api.key\"", "[hidden]"));
    }

    @Test
    void theLogHoldsTheFinestThatIsLogged() {
        assertThat(at("log worker-"))
                .extracting(Remnant::text)
                .anySatisfy(log -> assertThat(log)
                        .contains("(io.github.smartia.shaded.org.apache.hc.client5.")
                        .contains("Appending record to the topic " + CarefulSettings.SEARCHING + "-completed"));
    }

    private static List<Remnant> at(String place) {
        return remnants.stream()
                .filter(remnant -> remnant.place().startsWith(place))
                .toList();
    }
}
