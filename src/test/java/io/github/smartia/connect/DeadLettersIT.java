package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.TopicReader;
import io.github.smartia.connect.stack.TopicRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith({StackExtension.class, LogsKeepSecrets.class})
class DeadLettersIT {

    private static final String USER_ID = "\"" + Secrets.userId() + "\"";

    private final List<SimulatedSession> sessions = new ArrayList<>(SchoolSessions.completed(250));
    private SimulatedApi api;

    @BeforeEach
    void startApi() {
        api = SimulatedApi.start(SimulatedApi.options().key(Secrets.KEY));
        api.sessions().addAll(sessions);
    }

    @AfterEach
    void stopApi() {
        api.close();
    }

    @Test
    void malformedSessionsGoToTheirTopicOnceAndReadingGoesOn(Stack stack) {
        SimulatedSession withoutId = spoil(20, session -> session.without("sessionId"));
        SimulatedSession withoutDate = spoil(90, session -> session.with("endDate", "\"soon\""));
        SimulatedSession withoutUser = spoil(180, session -> session.without("user.userId"));
        try (RunningConnector connector = new RunningConnector(stack, "dead-letters", api)
                        .with("dead.letter.topic", "dead-letters-dead");
                TopicReader deadLetters = stack.reader("dead-letters-dead")) {
            connector.start();

            List<TopicRecord> dead = deadLetters.awaitCount(3);
            assertDeadLetter(dead.get(0), withoutId, "sessionId", "sessionId is missing");
            assertDeadLetter(dead.get(1), withoutDate, "endDate", "endDate is not an ISO 8601 date with time and zone");
            assertDeadLetter(dead.get(2), withoutUser, "user.userId", "user.userId is missing");
            assertThat(dead.get(0).key()).isEmpty();
            assertThat(dead.get(2).keyRecord().get("sessionId"))
                    .hasToString(withoutUser.sessionId().toString());
            assertHoldsTheOthers(connector);

            connector.restart();
            connector.awaitMoreRequests();
            assertHoldsTheOthers(connector);
            assertThat(deadLetters.awaitEnd()).hasSize(3);
            connector.connect().awaitRunning(connector.name());

            api.sessions().change(withoutUser.sessionId(), session -> session.with("user.userId", USER_ID));
            assertThat(PublishedRecords.ids(connector.completed().awaitCount(248)))
                    .last()
                    .isEqualTo(withoutUser.sessionId().toString());
        }
    }

    private SimulatedSession spoil(int index, UnaryOperator<SessionBuilder> how) {
        SimulatedSession session = sessions.get(index);
        api.sessions().change(session.sessionId(), sound -> how.apply(sound.user(Secrets.pupil())));
        SimulatedSession spoilt = api.sessions().get(session.sessionId());
        sessions.set(index, spoilt);
        return spoilt;
    }

    private void assertHoldsTheOthers(RunningConnector connector) {
        List<SimulatedSession> others = new ArrayList<>(sessions);
        others.removeIf(session -> session.user().equals(Secrets.pupil()));
        connector.completed().awaitCount(others.size());
        assertThat(PublishedRecords.values(connector.completed().awaitEnd()))
                .containsExactlyElementsOf(ExpectedRecords.values(others));
    }

    private static void assertDeadLetter(TopicRecord record, SimulatedSession spoilt, String field, String error) {
        assertThat(JsonMapper.shared().readTree(record.value().orElseThrow().toString()))
                .isEqualTo(JsonMapper.shared().readTree(spoilt.json()));
        assertThat(record.headers())
                .isEqualTo(Map.of(
                        "smart-ia.error",
                        error,
                        "smart-ia.field",
                        field,
                        "smart-ia.stream",
                        "completed",
                        "smart-ia.organisation",
                        "default"));
    }
}
