package io.github.smartia.connect.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A version of Kafka that Connect workers run on, and the directory that holds its jars. */
public record WorkerVersion(String number, Path jars) {

    private static final String RUNTIME = "connect-runtime-";

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

    private static WorkerVersion in(Path jars) {
        List<String> numbers = Stream.of(jars.toFile().list())
                .filter(jar -> jar.startsWith(RUNTIME))
                .map(jar -> jar.substring(RUNTIME.length(), jar.lastIndexOf('.')))
                .toList();
        if (numbers.size() != 1) {
            throw new IllegalStateException(jars + " should hold Connect's runtime of one version, and holds " + numbers
                    + ". `mvn clean` takes out what an earlier build put there.");
        }
        return new WorkerVersion(numbers.get(0), jars);
    }

    @Override
    public String toString() {
        return number;
    }
}
