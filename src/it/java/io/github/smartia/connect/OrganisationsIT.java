package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.TopicRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One connector for many organisations, each with a key and sessions of its own. */
@ExtendWith(StackExtension.class)
class OrganisationsIT {

    @AutoClose
    private final SimulatedApi api = SimulatedApi.start();

    @Test
    void eachIsPublishedUnderItsNameByOneOfTheTasks(Stack stack) {
        List<String> schools = schools(20);
        schools.forEach(school -> {
            api.sessionsOf(key(school)).addAll(SchoolSessions.completed(30));
            api.sessionsOf(key(school)).addAll(SchoolSessions.inProgress(5));
        });
        try (RunningConnector connector = connector(stack, "many", schools).start()) {
            connector.completed().awaitCount(20 * 30);
            connector.inProgress().awaitSessions(20 * 5);

            assertThat(connector.connect().status(connector.name()).tasks()).hasSize(3);
            assertEachHoldsAll(connector, schools);
            assertThat(api.requests().maxConcurrent()).isLessThanOrEqualTo(3 * 16);
            assertThat(ofEach(connector.inProgress().awaitSessionsAtEnd()))
                    .hasSize(20)
                    .allSatisfy((school, records) -> assertThat(records).hasSize(5));
        }
    }

    @Test
    void aRevokedKeyStopsItsOrganisationAloneUntilNewSettingsCorrectIt(Stack stack) {
        List<String> schools = schools(6);
        schools.forEach(school -> api.sessionsOf(key(school)).addAll(SchoolSessions.completed(10)));
        api.keys().revoke(key("school-3"));
        try (RunningConnector connector = connector(stack, "revoked", schools)) {
            assertThat(connector.errors()).as("a refused key of several").isEmpty();
            connector.start();
            connector.completed().awaitCount(50);

            addOneTo(schools);
            assertThat(ofEach(connector.completed().awaitCount(55))).hasSize(5).doesNotContainKey("school-3");
            assertThat(connector.isRunning()).isTrue();

            api.keys().accept(key("school-3"));
            connector.restart();
            connector.completed().awaitCount(66);
            assertEachHoldsAll(connector, schools);
        }
    }

    @Test
    void whoIsAddedOrTakenOutLeavesTheOthersWhereTheyAre(Stack stack) {
        List<String> schools = schools(6);
        schools.forEach(school -> api.sessionsOf(key(school)).addAll(SchoolSessions.completed(10)));
        List<String> first = schools.subList(0, 4);
        try (RunningConnector connector = connector(stack, "changing", first).start()) {
            connector.completed().awaitCount(40);

            List<String> others = List.of("school-0", "school-2", "school-4", "school-5");
            change(connector, first, others);
            connector.completed().awaitCount(60);
            addOneTo(schools);
            connector.completed().awaitCount(64);

            change(connector, others, schools);
            connector.completed().awaitCount(66);
            connector.awaitMoreRequests();
            assertEachHoldsAll(connector, schools);
        }
    }

    /** Connect writes references back into the settings of tasks, each of which would read all organisations. */
    @Test
    void theListMayBeAReference(Stack stack) {
        List<String> schools = schools(3);
        schools.forEach(school -> api.sessionsOf(key(school)).addAll(SchoolSessions.completed(10)));
        try (RunningConnector connector = connector(stack, "referred", schools)
                .with("organisations", RunningConnector.reference(String.join(",", schools)))
                .start()) {
            connector.completed().awaitCount(30);
            connector.awaitMoreRequests();

            assertThat(connector.connect().status(connector.name()).tasks()).hasSize(3);
            assertEachHoldsAll(connector, schools);
        }
    }

    private RunningConnector connector(Stack stack, String name, List<String> schools) {
        return new RunningConnector(stack, "organisations-" + name, api)
                .with("tasks.max", "3")
                .withOrganisations(schools.toArray(String[]::new));
    }

    /** Gives it other organisations, and waits until it has left those that are no longer named alone. */
    private void change(RunningConnector connector, List<String> before, List<String> after) {
        before.forEach(school -> connector.without("organisations." + school + ".api.key"));
        connector.withOrganisations(after.toArray(String[]::new)).start();
        await().until(() -> isAskedForNoneBut(after));
    }

    private boolean isAskedForNoneBut(List<String> schools) {
        List<String> keys = schools.stream().map(OrganisationsIT::key).toList();
        api.requests().clear();
        await().until(() -> api.requests().count() >= 60);
        return api.requests().all().stream()
                .allMatch(request -> keys.contains(request.key().orElseThrow()));
    }

    private void addOneTo(List<String> schools) {
        schools.forEach(school -> api.sessionsOf(key(school))
                .add(SessionBuilder.completed()
                        .endedAt(SchoolSessions.MORNING.plus(Duration.ofDays(1)))
                        .build()));
    }

    private void assertEachHoldsAll(RunningConnector connector, List<String> schools) {
        Map<String, List<String>> published = ofEach(connector.completed().awaitEnd());
        assertThat(published).containsOnlyKeys(schools);
        for (String school : schools) {
            List<SimulatedSession> all = ExpectedRecords.completed(api.sessionsOf(key(school)));
            assertThat(published.get(school)).as(school).containsExactlyElementsOf(ExpectedRecords.ids(all));
        }
    }

    private static Map<String, List<String>> ofEach(List<TopicRecord> records) {
        return records.stream()
                .collect(Collectors.groupingBy(
                        record -> ((Map<?, ?>) PublishedRecords.value(record).orElseThrow())
                                .get("organisation")
                                .toString(),
                        Collectors.mapping(PublishedRecords::id, Collectors.toList())));
    }

    private static List<String> schools(int count) {
        return IntStream.range(0, count).mapToObj(i -> "school-" + i).toList();
    }

    private static String key(String school) {
        return "key-of-" + school;
    }
}
