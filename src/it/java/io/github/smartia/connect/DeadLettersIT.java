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
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(StackExtension.class)
class DeadLettersIT {

    private static final String USER_ID = "\"" + SchoolSessions.USER_ID + "\"";

    private final List<SimulatedSession> sessions = new ArrayList<>(SchoolSessions.completed(250));

    @AutoClose
    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(SchoolSessions.KEY));

    @BeforeEach
    void startApi() {
        api.sessions().addAll(sessions);
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
            assertThat(PublishedRecords.id(dead.get(0))).matches("content-[\\w-]{43}");
            assertThat(PublishedRecords.id(dead.get(2)))
                    .isEqualTo(withoutUser.sessionId().toString());
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
        api.sessions().change(session.sessionId(), sound -> how.apply(sound.user(SchoolSessions.pupil())));
        SimulatedSession spoilt = api.sessions().get(session.sessionId());
        sessions.set(index, spoilt);
        return spoilt;
    }

    private void assertHoldsTheOthers(RunningConnector connector) {
        List<SimulatedSession> others = new ArrayList<>(sessions);
        others.removeIf(session -> session.user().equals(SchoolSessions.pupil()));
        connector.completed().awaitCount(others.size());
        assertThat(PublishedRecords.values(connector.completed().awaitEnd()))
                .containsExactlyElementsOf(ExpectedRecords.values(others));
    }

    private static void assertDeadLetter(TopicRecord record, SimulatedSession spoilt, String field, String error) {
        assertThat(JsonMapper.shared().readTree(text(record, "json")))
                .isEqualTo(JsonMapper.shared().readTree(spoilt.json()));
        Map<String, String> fields =
                Map.of("error", error, "field", field, "stream", "completed", "organisation", "default");
        assertThat(record.headers()).hasSameSizeAs(fields);
        fields.forEach((name, value) -> {
            assertThat(record.headers()).containsEntry("smart-ia." + name, value);
            assertThat(text(record, name)).isEqualTo(value);
        });
    }

    /** The producer and the topic take no more than a MiB by default. */
    @Test
    void aSessionTheProducerCannotTakeBecomesADeadLetter(Stack stack) {
        SimulatedSession large =
                spoil(20, session -> session.with("notes", "\"" + "An assessment of Zoë. ".repeat(60_000) + "\""));
        try (RunningConnector connector = new RunningConnector(stack, "large-sessions", api)
                        .with("dead.letter.topic", "large-sessions-dead");
                TopicReader deadLetters = stack.reader("large-sessions-dead")) {
            connector.start();

            TopicRecord letter = deadLetters.awaitCount(1).get(0);
            assertThat(PublishedRecords.id(letter)).isEqualTo(large.sessionId().toString());
            assertThat(text(letter, "field")).isEqualTo("session");
            assertThat(text(letter, "error"))
                    .contains("producer.override.max.request.size", "json is cut to its first");
            assertHoldsTheOthers(connector);
            connector.connect().awaitRunning(connector.name());
        }
    }

    @Test
    void withoutADeadLetterTopicAMalformedSessionFailsTheTask(Stack stack) {
        List<SimulatedSession> before = List.copyOf(sessions.subList(0, 180));
        SimulatedSession malformed = spoil(180, session -> session.without("user.userId"));
        try (RunningConnector connector = new RunningConnector(stack, "malformed", api)) {
            connector.create();
            assertThat(connector.awaitFailure()).contains(malformed.sessionId().toString(), "user.userId");
            assertThat(PublishedRecords.ids(connector.completed().awaitEnd()))
                    .containsExactlyElementsOf(ExpectedRecords.ids(before));

            api.sessions().change(malformed.sessionId(), session -> session.with("user.userId", USER_ID));
            connector.restart();
            assertThat(PublishedRecords.ids(connector.completed().awaitCount(250)))
                    .containsExactlyElementsOf(ExpectedRecords.ids(sessions));
        }
    }

    private static String text(TopicRecord record, String field) {
        return record.valueRecord().get(field).toString();
    }
}
