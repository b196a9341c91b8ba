package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({StackExtension.class, LogsKeepSecrets.class})
class FailuresIT {

    private SimulatedApi api;

    @BeforeEach
    void startApi() {
        api = SimulatedApi.start(SimulatedApi.options().key(Secrets.KEY));
    }

    @AfterEach
    void stopApi() {
        api.close();
    }

    @Test
    void aKeyThatIsRevokedFailsTheTaskUntilItIsAcceptedAgain(Stack stack) {
        api.sessions().addAll(SchoolSessions.completed(250));
        try (RunningConnector connector = new RunningConnector(stack, "revoked", api).start()) {
            connector.completed().awaitCount(250);

            api.keys().revoke(Secrets.KEY);
            String failure = connector.awaitFailure();

            assertThat(failure).contains("401", "Organisation default", "api.key");
            assertThat(Secrets.shownIn(failure)).isEmpty();

            api.sessions()
                    .add(SessionBuilder.completed()
                            .endedAt(SchoolSessions.MORNING.plus(Duration.ofHours(1)))
                            .build());
            api.keys().accept(Secrets.KEY);
            connector.restart();
            assertHoldsAll(connector);
        }
    }

    @Test
    void aMalformedSessionFailsTheTaskBeforeAnythingThatFollowsIsPublished(Stack stack) {
        List<SimulatedSession> sessions = SchoolSessions.completed(250);
        SimulatedSession malformed = sessions.get(180);
        api.sessions().addAll(sessions);
        api.sessions()
                .change(
                        malformed.sessionId(),
                        session -> session.user(Secrets.pupil()).without("user.userId"));
        try (RunningConnector connector = new RunningConnector(stack, "malformed", api)) {
            connector.create();
            String failure = connector.awaitFailure();

            assertThat(failure).contains(malformed.sessionId().toString(), "user.userId");
            assertThat(Secrets.shownIn(failure)).isEmpty();
            assertThat(PublishedRecords.ids(connector.completed().awaitEnd()))
                    .containsExactlyElementsOf(ExpectedRecords.ids(sessions.subList(0, 180)));

            api.sessions()
                    .change(
                            malformed.sessionId(),
                            session ->
                                    session.user(Secrets.pupil()).with("user.userId", "\"" + Secrets.userId() + "\""));
            connector.restart();
            assertHoldsAll(connector);
        }
    }

    @Test
    void noFaultThatMayPassStopsReadingOrLosesOrRepeatsAnything(Stack stack) {
        api.sessions().addAll(SchoolSessions.history(2_000));
        List.of(
                        Fault.status(500),
                        Fault.status(429),
                        Fault.malformedJson(),
                        Fault.body("{}"),
                        Fault.html(),
                        Fault.cutBody(),
                        Fault.reset(),
                        Fault.close())
                .forEach(fault -> api.faults().share(0.06, fault));
        try (RunningConnector connector = new RunningConnector(stack, "faults", api)
                .with("page.size", "20")
                .start()) {
            connector.completed().awaitCount(ExpectedRecords.completed(api).size());

            assertThat(connector.isRunning()).isTrue();
            assertHoldsAll(connector);
            assertThat(PublishedRecords.ids(connector.inProgress().awaitEnd()))
                    .containsExactlyElementsOf(ExpectedRecords.ids(ExpectedRecords.inProgress(api)));
            assertThat(connector.isRunning()).isTrue();
        }
    }

    private void assertHoldsAll(RunningConnector connector) {
        List<SimulatedSession> all = ExpectedRecords.completed(api);
        connector.completed().awaitCount(all.size());

        connector.awaitMoreRequests();

        assertThat(PublishedRecords.values(connector.completed().awaitEnd()))
                .containsExactlyElementsOf(ExpectedRecords.values(all));
    }
}
