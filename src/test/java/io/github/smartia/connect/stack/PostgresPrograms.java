package io.github.smartia.connect.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL on this machine: a directory with its programs. */
record PostgresPrograms(Path directory) {

    /** Where Debian's packages put them, outside the path: a directory for each major version. */
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    /** PostgreSQL refuses to run as root. In a user namespace, root is nobody and still the owner of its files. */
    private static final List<String> AS_NOBODY =
            List.of("unshare", "--user", "--map-user=65534", "--map-group=65534", "--");

    /** On the path of this process, or else Debian's of the highest version. */
    static Optional<PostgresPrograms> find() {
        Stream<Path> path =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
        return Stream.concat(path, installed().stream())
                .map(PostgresPrograms::new)
                .filter(PostgresPrograms::areThere)
                .findFirst();
    }

    /** The command of one of the programs, as a user other than root. */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(AS_NOBODY);
        }
        command.add(directory.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Whether they run as such a user. */
    boolean run() {
        try {
            return new ProcessBuilder(command("postgres", "--version"))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while looking for PostgreSQL", e);
        }
    }

    private static List<Path> installed() {
        if (!Files.isDirectory(DEBIAN)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.sorted(Comparator.<Path>comparingInt(PostgresPrograms::version)
                            .reversed())
                    .map(version -> version.resolve("bin"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + DEBIAN, e);
        }
    }

    private static int version(Path directory) {
        String name = directory.getFileName().toString();
        return name.matches("\\d+") ? Integer.parseInt(name) : 0;
    }

    private boolean areThere() {
        return Files.isExecutable(directory.resolve("postgres")) && Files.isExecutable(directory.resolve("initdb"));
    }
}
