package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TaskAssignmentTest {

    /** Where one comes or goes, another may be moved for each task, and seldom more. */
    private static final int FEW_MOVES_PER_TASK = 1;

    @Property(tries = 200)
    void everyOrganisationHasOneTaskAndNoTaskHasOneMoreThanAnotherTwice(
            @ForAll @IntRange(min = 1, max = 300) int organisations,
            @ForAll @IntRange(min = 1, max = 40) int maxTasks) {
        List<String> names = names(organisations);

        List<List<String>> tasks = TaskAssignment.of(names, maxTasks);

        List<Integer> loads = tasks.stream().map(List::size).toList();
        assertThat(tasks).hasSize(Math.min(organisations, maxTasks));
        assertThat(tasks.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(names);
        assertThat(Collections.max(loads) - Collections.min(loads)).isLessThanOrEqualTo(1);
    }

    @Property(tries = 100)
    void theOrderOfTheNamesDoesNotMatter(
            @ForAll @IntRange(min = 1, max = 100) int organisations,
            @ForAll @IntRange(min = 1, max = 10) int maxTasks,
            @ForAll long seed) {
        List<String> shuffled = new ArrayList<>(names(organisations));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(TaskAssignment.of(shuffled, maxTasks)).isEqualTo(TaskAssignment.of(names(organisations), maxTasks));
    }

    @Property(tries = 200)
    void whoComesOrGoesMovesFewOthers(
            @ForAll @IntRange(min = 20, max = 300) int organisations,
            @ForAll @IntRange(min = 2, max = 10) int maxTasks,
            @ForAll @IntRange(min = 0, max = 1_000_000) int other) {
        List<String> names = names(organisations);
        List<String> more = new ArrayList<>(names);
        more.add("newcomer-" + other);

        Map<String, Integer> before = taskOf(TaskAssignment.of(names, maxTasks));
        Map<String, Integer> after = taskOf(TaskAssignment.of(more, maxTasks));

        assertThat(names.stream().filter(name -> !before.get(name).equals(after.get(name))))
                .as("organisations that moved")
                .hasSizeLessThanOrEqualTo(FEW_MOVES_PER_TASK * maxTasks);
    }

    @Test
    void aThousandStayWhereTheyAreWhenOneComes() {
        List<String> names = names(1_000);
        int moves = 0;
        for (int i = 0; i < 20; i++) {
            List<String> more = new ArrayList<>(names);
            more.add("newcomer-" + i);
            Map<String, Integer> before = taskOf(TaskAssignment.of(names, 8));
            Map<String, Integer> after = taskOf(TaskAssignment.of(more, 8));
            moves += (int) names.stream()
                    .filter(name -> !before.get(name).equals(after.get(name)))
                    .count();
        }

        assertThat(moves / 20.0).as("organisations that moved on average").isLessThan(4);
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "school-" + i).toList();
    }

    private static Map<String, Integer> taskOf(List<List<String>> tasks) {
        Map<String, Integer> taskOf = new HashMap<>();
        for (int task = 0; task < tasks.size(); task++) {
            for (String name : tasks.get(task)) {
                taskOf.put(name, task);
            }
        }
        return taskOf;
    }
}
