package io.github.smartia.connect.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.ConnectorStatus;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.tls.TunnelProxy;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Two connectors, one for each way to ask for sessions in progress, and one behind a proxy, through all that goes wrong. */
final class CarefulRun implements AutoCloseable {

    private static final List<String> BOTH = List.of(CarefulSettings.SEARCHING, CarefulSettings.GETTING);

    private final Stack stack;
    private final ConnectWorker worker;
    private final ConnectRest rest;
    private final SimulatedApi api = CarefulSchool.open(CarefulSettings.KEY);
    private final TunnelProxy proxy = TunnelProxy.demanding(CarefulSettings.PROXY_AUTHORISATION);
    private final CarefulSettings settings = new CarefulSettings(api);

    CarefulRun(Stack stack, ConnectWorker worker) {
        this.stack = stack;
        this.worker = worker;
        this.rest = worker.rest();
    }

    void run(Remains remains) throws IOException {
        outlastFaults();
        remains.addAnswers("while all run");
        remains.addJvm("while all run");
        CarefulSchool.refusals(api).forEach((what, refusal) -> failAndGoOn(what, refusal, remains));
        restartWorker();
        failForASessionAndATransform();
        validate(remains);
        remains.addAnswers("in the end");
        remains.addJvm("in the end");
    }

    private void outlastFaults() throws IOException {
        List<Fault> faults = CarefulSchool.transientFaults(api.key());
        faults.forEach(fault -> api.faults().next(3, fault));
        rest.put(CarefulSettings.SEARCHING, settings.of(CarefulSettings.SEARCHING));
        rest.put(CarefulSettings.GETTING, settings.getting());
        rest.put(CarefulSettings.TUNNELLING, settings.tunnelling(proxy));
        BOTH.forEach(name -> {
            stack.awaitCount(name + "-completed", CarefulSchool.COMPLETED);
            stack.awaitCount(name + "-in-progress", CarefulSchool.IN_PROGRESS);
            stack.awaitCount(name + "-dead", CarefulSchool.MALFORMED);
        });
        stack.awaitCount(CarefulSettings.TUNNELLING + "-completed", 1);
        Awaitility.await("all faults").until(() -> api.faults().met() >= 3L * faults.size());
        BOTH.forEach(rest::awaitRunning);
    }

    private void failAndGoOn(String what, Fault refusal, Remains remains) {
        api.faults().always(refusal);
        BOTH.forEach(rest::awaitFailed);
        remains.addAnswers("after " + what);
        remains.addValidation(CarefulSettings.inTheOpen(settings.getting()), "that meets " + what);
        api.faults().clear();
        BOTH.forEach(rest::restart);
        // For a moment it is still the old status that says that they failed.
        BOTH.forEach(name -> rest.await(name, ConnectorStatus::isRunning));
    }

    private void restartWorker() {
        worker.stop();
        worker.start();
        CarefulSchool.complete(api);
        BOTH.forEach(name -> {
            stack.awaitCount(name + "-completed", CarefulSchool.COMPLETED + 1);
            stack.awaitCount(name + "-in-progress", CarefulSchool.IN_PROGRESS + 1);
        });
    }

    /** The transform wants a timestamp, which these records get from the producer only. */
    private void failForASessionAndATransform() {
        Map<String, String> withoutDeadLetters = settings.getting();
        withoutDeadLetters.remove("dead.letter.topic");
        rest.put(CarefulSettings.GETTING, withoutDeadLetters);
        CarefulSchool.addMalformed(api);
        rest.awaitFailed(CarefulSettings.GETTING);
        stack.awaitCount(CarefulSettings.SEARCHING + "-dead", CarefulSchool.MALFORMED + 1);

        rest.stop(CarefulSettings.SEARCHING);
        Map<String, String> routed = settings.of(CarefulSettings.SEARCHING);
        routed.put("transforms", "route");
        routed.put("transforms.route.type", "org.apache.kafka.connect.transforms.TimestampRouter");
        routed.put("errors.log.enable", "true");
        routed.put("errors.log.include.messages", "true");
        rest.put(CarefulSettings.SEARCHING, routed);
        SimulatedSession session = CarefulSchool.session();
        api.sessions().add(session);
        rest.resume(CarefulSettings.SEARCHING);
        assertThat(rest.awaitFailed(CarefulSettings.SEARCHING).trace())
                .contains("Timestamp missing on record", session.sessionId().toString());
    }

    private void validate(Remains remains) throws IOException {
        remains.addValidation(CarefulSettings.inTheOpen(settings.getting()), "of sound settings");
        remains.addValidation(CarefulSettings.inTheOpen(settings.tunnelling(proxy)), "through the proxy");
        try (TunnelProxy other = TunnelProxy.demanding("somebody else")) {
            remains.addValidation(
                    CarefulSettings.inTheOpen(settings.tunnelling(other)), "through a proxy that refuses");
        }
        Map<String, String> wrong = CarefulSettings.inTheOpen(settings.getting());
        wrong.put("api.key", CarefulSettings.KEY + " and more");
        remains.addValidation(wrong, "of a key that can't be one");
    }

    @Override
    public void close() {
        api.close();
        settings.close();
        proxy.close();
    }
}
