package io.github.smartia.connect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Shares organisations out among tasks: no task gets more than one more than another, and where an organisation comes or
 * goes, nearly all others stay where they are. Rests on the names and the number of tasks alone, for Connect keeps
 * nothing for a connector between one assignment and the next.
 *
 * <p>Each organisation and task have an attraction of their own, from a hash. Those who attract each other most are
 * brought together first, as long as the task has room: rendezvous hashing with bounded loads.
 */
final class TaskAssignment {

    /** What to reach: {@code room} for each task, and for {@code spare} of them one more. */
    private final int room;

    private int spare;
    private final List<List<String>> tasks;
    private final TreeMap<String, Integer> taskOf = new TreeMap<>();

    private TaskAssignment(int organisations, int tasks) {
        this.room = organisations / tasks;
        this.spare = organisations % tasks;
        this.tasks = IntStream.range(0, tasks)
                .<List<String>>mapToObj(task -> new ArrayList<>())
                .toList();
    }

    /**
     * The organisations of each task, in the order of their names. No task is without any.
     *
     * @param organisations their names, each once
     * @param maxTasks at least 1
     */
    static List<List<String>> of(List<String> organisations, int maxTasks) {
        if (organisations.size() <= maxTasks) {
            return organisations.stream().sorted().map(List::of).toList();
        }
        TaskAssignment assignment = new TaskAssignment(organisations.size(), maxTasks);
        organisations.stream()
                .flatMap(organisation -> pairs(organisation, maxTasks))
                .sorted(Comparator.comparingLong(Pair::attraction).thenComparing(Pair::organisation))
                .forEach(assignment::bringTogether);
        return assignment.inOrder();
    }

    private static Stream<Pair> pairs(String organisation, int tasks) {
        return IntStream.range(0, tasks).mapToObj(task -> new Pair(organisation, task, attraction(organisation, task)));
    }

    private void bringTogether(Pair pair) {
        int load = tasks.get(pair.task).size();
        if (taskOf.containsKey(pair.organisation) || load > room || (load == room && spare == 0)) {
            return;
        }
        spare -= load == room ? 1 : 0;
        tasks.get(pair.task).add(pair.organisation);
        taskOf.put(pair.organisation, pair.task);
    }

    private List<List<String>> inOrder() {
        return tasks.stream().map(task -> task.stream().sorted().toList()).toList();
    }

    /** The same on every JVM: the name by FNV-1a, and what makes of that and the task a number like a random one. */
    private static long attraction(String organisation, int task) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < organisation.length(); i++) {
            hash = (hash ^ organisation.charAt(i)) * 0x100000001b3L;
        }
        hash += (task + 1) * 0x9e3779b97f4a7c15L;
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }

    private record Pair(String organisation, int task, long attraction) {}
}
