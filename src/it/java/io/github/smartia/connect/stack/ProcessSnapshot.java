package io.github.smartia.connect.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a process holds at a moment, as Linux shows it in {@code /proc}.
 *
 * @param threads their names, cut to 15 characters by Linux
 * @param files what each open file descriptor leads to: a path, or {@code socket:[inode]} and the like
 * @param connections the remote port of each TCP connection that the process holds
 */
public record ProcessSnapshot(List<String> threads, List<String> files, List<Integer> connections) {

    private static final Pattern SOCKET = Pattern.compile("socket:\\[([0-9]+)]");
    private static final int REMOTE_ADDRESS = 2;
    private static final int INODE = 9;

    public static ProcessSnapshot of(ProcessHandle process) {
        Path home = Path.of("/proc", Long.toString(process.pid()));
        List<String> files = list(home.resolve("fd"), Files::readSymbolicLink).stream()
                .map(Path::toString)
                .toList();
        List<String> threads = list(
                home.resolve("task"),
                task -> Files.readString(task.resolve("comm")).strip());
        return new ProcessSnapshot(threads, files, connections(home, inodes(files)));
    }

    /** How many threads have names that begin so. */
    public long threads(String prefix) {
        return threads.stream().filter(name -> name.startsWith(prefix)).count();
    }

    /** How many connections lead to this port. */
    public long connectionsTo(int port) {
        return connections.stream().filter(remote -> remote == port).count();
    }

    private static Set<String> inodes(List<String> files) {
        return files.stream()
                .map(SOCKET::matcher)
                .filter(Matcher::matches)
                .map(socket -> socket.group(1))
                .collect(Collectors.toSet());
    }

    private static List<Integer> connections(Path home, Set<String> inodes) {
        return Stream.of("tcp", "tcp6")
                .flatMap(protocol -> lines(home.resolve("net").resolve(protocol)).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > INODE && inodes.contains(fields[INODE]))
                .map(fields -> port(fields[REMOTE_ADDRESS]))
                .toList();
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
    }

    private static List<String> lines(Path file) {
        return Unchecked.get(() -> Files.readAllLines(file));
    }

    private static <T> List<T> list(Path directory, Reader<T> reader) {
        try (Stream<Path> entries = Files.list(directory)) {
            List<T> read = new ArrayList<>();
            entries.forEach(entry -> readIfThere(entry, reader).ifPresent(read::add));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Threads end and files are closed while they are listed. */
    private static <T> Optional<T> readIfThere(Path entry, Reader<T> reader) {
        try {
            return Optional.of(reader.read(entry));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(Path path) throws IOException;
    }
}
