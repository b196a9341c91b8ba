package io.github.smartia.connect.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The CPU time of the threads of a worker, by what they do. Read from Linux's {@code /proc}, which knows the threads of the
 * JVM too; empty on other systems.
 *
 * @param threads by their numbers
 */
record ThreadTimes(Map<Path, Used> threads) {

    /** @param ticks hundredths of a second */
    record Used(Work work, long ticks) {}

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
                    .filter(work -> thread.matches(work.names))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static ThreadTimes of(ProcessHandle process) {
        Map<Path, Used> all = new HashMap<>();
        Path directory = Path.of("/proc", Long.toString(process.pid()), "task");
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> threads = Files.newDirectoryStream(directory)) {
                threads.forEach(thread -> used(thread).ifPresent(some -> all.put(thread, some)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new ThreadTimes(all);
    }

    private static Optional<Used> used(Path thread) {
        try {
            Work work = Work.of(Files.readString(thread.resolve("comm")).strip());
            String stat = Files.readString(thread.resolve("stat"));
            // The name, in parentheses, may hold spaces. User and system time are fields 14 and 15.
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            return Optional.of(new Used(work, Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12))));
        } catch (IOException e) {
            // The thread has ended since the directory was listed.
            return Optional.empty();
        }
    }

    /** What these threads used since {@code before}. */
    ThreadTimes since(ThreadTimes before) {
        Map<Path, Used> since = new HashMap<>();
        threads.forEach((thread, used) -> {
            long ticksBefore = Optional.ofNullable(before.threads.get(thread))
                    .map(Used::ticks)
                    .orElse(0L);
            since.put(thread, new Used(used.work, used.ticks - ticksBefore));
        });
        return new ThreadTimes(since);
    }

    double share(Work work) {
        return ticks(used -> used.work == work) / (double) Math.max(1, ticks(used -> true));
    }

    private long ticks(Predicate<Used> some) {
        return threads.values().stream().filter(some).mapToLong(Used::ticks).sum();
    }
}
