package io.github.smartia.connect.leak;

import io.github.smartia.connect.api.json.SessionJson;
import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.ConnectorStatus;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.TopicReader;
import io.github.smartia.connect.tls.PrivateCa;
import io.github.smartia.connect.tls.TlsServer;
import io.github.smartia.connect.tls.TunnelProxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Two connectors, one for each way to ask for sessions in progress, and one behind a proxy, through all that goes wrong. */
final class CarefulRun implements AutoCloseable {

    private static final String SEARCHING = "leak-searching";
    private static final String GETTING = "leak-getting";
    private static final List<String> BOTH = List.of(SEARCHING, GETTING);
    private static final String TUNNELLING = "leak-tunnelling";

    private final Stack stack;
    private final ConnectWorker worker;
    private final ConnectRest rest;
    private final SimulatedApi api = CarefulSchool.open(CarefulSettings.KEY);
    private final PrivateCa ca = new PrivateCa("The school's CA");
    private final TlsServer tls =
            TlsServer.start(ca.certify("localhost"), SessionJson.page(1, CarefulSchool.session()));
    private final TunnelProxy proxy =
            TunnelProxy.demanding("Basic " + base64("worker:" + CarefulSettings.PROXY_PASSWORD));

    CarefulRun(Stack stack, ConnectWorker worker) {
        this.stack = stack;
        this.worker = worker;
        this.rest = worker.rest();
    }

    void run(Remains remains) {
        outlastFaults();
        remains.addAnswers("while all run");
        remains.addJvm("while all run");
        failAndGoOn(remains);
        restartWorker();
        failForAMalformedSession();
        validate(remains);
        remains.addAnswers("in the end");
        remains.addJvm("in the end");
    }

    private void outlastFaults() {
        List<Fault> faults = CarefulSchool.passingFaults(api.key());
        faults.forEach(fault -> api.faults().next(3, fault));
        rest.put(SEARCHING, CarefulSettings.of(SEARCHING, api));
        rest.put(GETTING, getting());
        rest.put(TUNNELLING, tunnelling(proxy));
        BOTH.forEach(name -> {
            awaitRecords(name + "-completed", CarefulSchool.COMPLETED);
            awaitRecords(name + "-in-progress", CarefulSchool.IN_PROGRESS);
            awaitRecords(name + "-dead", CarefulSchool.MALFORMED);
        });
        awaitRecords(TUNNELLING + "-completed", 1);
        Awaitility.await("all faults")
                .atMost(Duration.ofMinutes(1))
                .until(() -> api.faults().met() >= 3L * faults.size());
        BOTH.forEach(rest::awaitRunning);
    }

    private void failAndGoOn(Remains remains) {
        CarefulSchool.refusals(api).forEach((what, refusal) -> {
            api.faults().always(refusal);
            BOTH.forEach(rest::awaitFailed);
            remains.addAnswers("after " + what);
            remains.addValidation(CarefulSettings.inTheOpen(getting()), "that meets " + what);
            api.faults().clear();
            BOTH.forEach(rest::restart);
            // For a moment it is still the old status that says that they failed.
            BOTH.forEach(name -> rest.await(name, ConnectorStatus::isRunning));
        });
    }

    private void restartWorker() {
        worker.stop();
        worker.start();
        CarefulSchool.complete(api);
        BOTH.forEach(name -> {
            awaitRecords(name + "-completed", CarefulSchool.COMPLETED + 1);
            awaitRecords(name + "-in-progress", CarefulSchool.IN_PROGRESS + 1);
        });
    }

    private void failForAMalformedSession() {
        Map<String, String> withoutDeadLetters = getting();
        withoutDeadLetters.remove("dead.letter.topic");
        rest.put(GETTING, withoutDeadLetters);
        CarefulSchool.addMalformed(api);
        rest.awaitFailed(GETTING);
        awaitRecords(SEARCHING + "-dead", CarefulSchool.MALFORMED + 1);
    }

    private void validate(Remains remains) {
        remains.addValidation(CarefulSettings.inTheOpen(getting()), "of sound settings");
        remains.addValidation(CarefulSettings.inTheOpen(tunnelling(proxy)), "through the proxy");
        try (TunnelProxy other = TunnelProxy.demanding("somebody else")) {
            remains.addValidation(CarefulSettings.inTheOpen(tunnelling(other)), "through a proxy that refuses");
        }
        Map<String, String> wrong = CarefulSettings.inTheOpen(getting());
        wrong.replaceAll((name, value) -> name.equals("api.key") ? value + " and more" : value);
        remains.addValidation(wrong, "of a key that can't be one");
    }

    private Map<String, String> getting() {
        Map<String, String> config = new HashMap<>(CarefulSettings.of(GETTING, api));
        config.put("in.progress.endpoint", "in-progress");
        return config;
    }

    private Map<String, String> tunnelling(TunnelProxy through) {
        Path trustStore = ca.write(Vault.file(".p12", ""), "PKCS12", CarefulSettings.TRUST_STORE_PASSWORD);
        return CarefulSettings.through(
                through.port(), tls.url(), trustStore.toString(), CarefulSettings.of(TUNNELLING, api));
    }

    private void awaitRecords(String topic, int count) {
        try (TopicReader reader = stack.reader(topic)) {
            reader.awaitCount(count);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        api.close();
        tls.close();
        proxy.close();
    }
}
