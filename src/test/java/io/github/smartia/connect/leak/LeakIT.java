package io.github.smartia.connect.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.WorkerOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Careful connectors, in good times and bad, leave neither personal data nor a secret behind, in whatever form. Searched
 * is all that others than the worker itself can get at:
 *
 * <ul>
 *   <li>every record in any topic of the broker: Connect's offsets, configs and status too, keys and headers too;
 *   <li>what the worker answers by REST, with traces of failures and the outcome of validation, and the registry;
 *   <li>the logs of worker, broker and registry;
 *   <li>the worker's MBeans with the values of all attributes, and its threads with their names.
 * </ul>
 *
 * <p>The worker logs at the level TRACE what the connector and its libraries, Connect, the converter and the producer say.
 * Connect and the producer log whole records there, by their own design: so what the privacy settings take out of records
 * is taken out of these logs, and what a connector without such settings publishes can be read there. What the others log
 * shows nothing of pupils in any case: that is {@code SecretsIT}'s. Other loggers stay at INFO: the worker's web server
 * logs at DEBUG what people send it, which no connector can help.
 *
 * <p>Not searched: the worker's memory, which holds whole sessions, and the file that the worker's config provider reads.
 * Ids to filter by are given by reference here; whoever writes them into the settings has them in the config topic.
 *
 * <p>A careless connector on the same worker shows that the same search would find what is in each of these places.
 */
@ExtendWith(StackExtension.class)
class LeakIT {

    private static final String CARELESS = CarelessRun.NAME;
    private static List<Remnant> remnants;

    @BeforeAll
    static void runConnectors(Stack stack) {
        TopicRemnants topics = TopicRemnants.fromNowOn(stack.broker());
        try (ConnectWorker worker =
                        stack.startWorker(WorkerOptions.inGroup("leak").withJvm(Logs.jvmOptions()));
                CarefulRun careful = new CarefulRun(stack, worker);
                CarelessRun careless = new CarelessRun(stack, worker.rest())) {
            Remains remains = new Remains(stack, worker, topics);
            careful.run(remains);
            careless.run(remains);
            worker.stop();
            remnants = remains.all();
        }
    }

    @Test
    void carefulConnectorsLeaveNeitherPersonalDataNorSecretsAnywhere() {
        assertThat(new Search(CarefulSettings.planted()).in(remnants)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lastName, topic " + CARELESS + "-completed",
        "lastName, topic " + CARELESS + "-in-progress",
        "lastName, topic " + CARELESS + "-dead",
        "api.key, topic leak-config",
        "userId, topic leak-offset",
        "upn, topic leak-status",
        "username, GET /connectors?",
        "api.key, GET /connectors/" + CARELESS + "/config",
        "api.key, GET /connectors/" + CARELESS + "/tasks",
        "userId, GET /connectors/" + CARELESS + "/offsets",
        "upn, GET /connectors/" + CARELESS + "/status",
        "upn, the answer to validate",
        "username, GET /subjects/",
        "username, MBean kafka.connect:",
        "username, the threads",
        "lastName, log worker-"
    })
    void whatACarelessConnectorLeavesIsFoundWhereverItIsAndNotShown(String what, String place) {
        List<Leak> leaks = new Search(CarelessRun.planted()).in(at(place));

        assertThat(leaks).extracting(leak -> leak.what().name()).contains(what);
        assertThat(leaks.toString()).doesNotContain("Cassowaryl", "careless-key");
    }

    @Test
    void theLogHoldsTheFinestThatConnectorLibrariesAndConnectSay() {
        assertThat(at("log worker-"))
                .extracting(log -> new String(log.content(), StandardCharsets.UTF_8))
                .anySatisfy(log -> assertThat(log)
                        .contains("(io.github.smartia.shaded.org.apache.hc.client5.")
                        .contains("Appending record to the topic leak-searching-completed"));
    }

    private static List<Remnant> at(String place) {
        return remnants.stream()
                .filter(remnant -> remnant.place().startsWith(place))
                .toList();
    }
}
