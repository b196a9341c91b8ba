package io.github.smartia.connect.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossChecksTest {

    private static final List<String> THIRTY = values(30);
    private static final List<String> THIRTY_ONE = values(31);

    @Test
    void defaultsAgree() {
        assertThat(problems(Map.of())).isEmpty();
    }

    @Test
    void pausesMayStayTheSameButNotShrink() {
        assertThat(problems(Map.of("api.retry.backoff.ms", 500L, "api.retry.backoff.max.ms", 500L)))
                .isEmpty();
        assertThat(problems(Map.of("api.retry.backoff.ms", 501L, "api.retry.backoff.max.ms", 500L)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.setting()).isEqualTo("api.retry.backoff.max.ms");
                    assertThat(problem.message()).contains("500", "501", "api.retry.backoff.ms");
                });
    }

    @Test
    void streamsDoNotShareATopic() {
        assertThat(problems(Map.of("topic.in.progress", "smart-ia.sessions.completed")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.setting()).isEqualTo("topic.in.progress");
                    assertThat(problem.message()).contains("topic.completed");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"topic.completed", "topic.in.progress"})
    void deadLettersShareNoTopic(String other) {
        assertThat(problems(Map.of(other, "shared", "dead.letter.topic", "shared")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.setting()).isEqualTo("dead.letter.topic");
                    assertThat(problem.message()).contains(other, "shared");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"filter.test.ids", "filter.user.ids", "filter.subjects"})
    void theGetCallTakesThirtyValuesOfAFilter(String filter) {
        assertThat(problems(Map.of("in.progress.endpoint", "in-progress", filter, THIRTY)))
                .isEmpty();
        assertThat(problems(Map.of("in.progress.endpoint", "in-progress", filter, THIRTY_ONE)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.setting()).isEqualTo(filter);
                    assertThat(problem.message()).contains("31", "30", "in.progress.endpoint=search");
                });
    }

    @Test
    void searchTakesAnyNumberOfValues() {
        assertThat(problems(Map.of("filter.test.ids", THIRTY_ONE))).isEmpty();
    }

    @Test
    void theGetCallDoesNotMatterWhereOnlyCompletedSessionsAreRead() {
        assertThat(problems(Map.of(
                        "streams",
                        List.of("completed"),
                        "in.progress.endpoint",
                        "in-progress",
                        "filter.test.ids",
                        THIRTY_ONE)))
                .isEmpty();
    }

    @Test
    void whatIsNotThereIsNotJudged() {
        assertThat(found(Map.of())).isEmpty();
        assertThat(found(Map.of("api.retry.backoff.ms", 5L, "topic.completed", "a")))
                .isEmpty();
    }

    private static List<Problem> problems(Map<String, Object> changes) {
        Map<String, Object> values =
                new HashMap<>(SmartIaSourceConfig.definition().parse(Properties.minimal()));
        values.putAll(changes);
        return found(values);
    }

    private static List<Problem> found(Map<String, ?> values) {
        Findings found = new Findings(values);
        CrossChecks.add(found);
        return found.problems();
    }

    private static List<String> values(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
