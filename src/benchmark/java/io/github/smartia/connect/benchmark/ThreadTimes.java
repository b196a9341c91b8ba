package io.github.smartia.connect.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The CPU time of the threads of a worker, by what they do. Read from Linux's {@code /proc}, which knows the threads of the
 * JVM too; empty on other systems.
 *
 * @param ticks hundredths of a second of each thread, by its number and name such as {@code 123 (kafka-producer-}
 */
record ThreadTimes(Map<String, Long> ticks) {

    /** What a thread does, by its name, of which the kernel keeps 15 characters. */
    enum Work {
        PUBLISH("Connect's task thread: records, converter", "task-thread.*"),
        SEND("producer", "kafka-producer.*"),
        FETCH("HTTP and JSON", "smart-ia-fetch.*"),
        READ("reading engine", "smart-ia-reader.*"),
        COMPILE("JIT compiler", "C[12] Compiler.*"),
        COLLECT("garbage collection", "(GC Thread|G1 ).*"),
        OTHER("everything else", ".*");

        private final String title;
        private final String names;

        Work(String title, String names) {
            this.title = title;
            this.names = names;
        }

        String title() {
            return title;
        }

        static Work of(String thread) {
            return Stream.of(values())
                    .filter(work -> thread.matches("\\d+ \\(" + work.names))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static ThreadTimes of(ProcessHandle process) {
        Path directory = Path.of("/proc", Long.toString(process.pid()), "task");
        Map<String, Long> ticks = new HashMap<>();
        for (String thread : Optional.ofNullable(directory.toFile().list()).orElse(new String[0])) {
            try {
                // The name, in parentheses, may hold spaces. User and system time are fields 14 and 15.
                String stat = Files.readString(directory.resolve(thread).resolve("stat"));
                int name = stat.lastIndexOf(')');
                String[] fields = stat.substring(name + 2).split(" ", -1);
                ticks.put(stat.substring(0, name), Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
            } catch (IOException gone) {
                // The thread has ended since the directory was listed.
            }
        }
        return new ThreadTimes(ticks);
    }

    /** What these threads used since {@code before}. */
    ThreadTimes since(ThreadTimes before) {
        // By number alone: threads may change their names.
        Map<String, Long> ticksBefore = new HashMap<>();
        before.ticks.forEach((thread, used) -> ticksBefore.put(number(thread), used));
        Map<String, Long> since = new HashMap<>(ticks);
        since.replaceAll((thread, used) -> used - ticksBefore.getOrDefault(number(thread), 0L));
        return new ThreadTimes(since);
    }

    private static String number(String thread) {
        return thread.substring(0, thread.indexOf(' '));
    }

    double share(Work work) {
        long all = ticks.values().stream().mapToLong(Long::longValue).sum();
        long some = ticks.entrySet().stream()
                .filter(thread -> Work.of(thread.getKey()) == work)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return some / (double) Math.max(1, all);
    }
}
