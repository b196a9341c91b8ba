package io.github.smartia.connect.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A version of Kafka that Connect workers run on.
 *
 * @param number such as 3.6.2
 * @param jars the directory that holds what a worker runs on
 */
public record WorkerVersion(String number, Path jars) {

    private static final Pattern RUNTIME = Pattern.compile("connect-runtime-(.+)\\.jar");

    /** The versions that the build was asked for, and that of the stack. */
    public static List<WorkerVersion> ofTheBuild() {
        StackDirectories directories = StackDirectories.ofTheBuild();
        Stream<Path> others = Stream.of(System.getProperty("stack.workers", "").split(","))
                .filter(directory -> !directory.isBlank())
                .map(directory -> directories.root().resolve("workers").resolve(directory.strip()));
        return Stream.concat(others, Stream.of(directories.kafka()))
                .map(WorkerVersion::in)
                .toList();
    }

    /** The version whose jars a directory holds. */
    static WorkerVersion in(Path jars) {
        List<String> numbers = numbers(jars);
        if (numbers.size() != 1) {
            throw new IllegalStateException(jars + " should hold Connect's runtime of one version, and holds " + numbers
                    + ". `mvn clean` takes out what an earlier build put there.");
        }
        return new WorkerVersion(numbers.get(0), jars);
    }

    private static List<String> numbers(Path jars) {
        return Stream.of(jars.toFile().list())
                .map(RUNTIME::matcher)
                .filter(Matcher::matches)
                .map(runtime -> runtime.group(1))
                .toList();
    }

    @Override
    public String toString() {
        return number;
    }
}
