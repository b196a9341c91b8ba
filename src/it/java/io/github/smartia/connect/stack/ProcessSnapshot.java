package io.github.smartia.connect.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process holds at a moment, as Linux shows it in {@code /proc}.
 *
 * @param threads their names, cut to 15 characters by Linux
 * @param files what each open file descriptor leads to: a path, or {@code socket:[inode]} and the like
 * @param connections the remote port of each TCP connection that the process holds
 */
public record ProcessSnapshot(List<String> threads, List<String> files, List<Integer> connections) {

    private static final int REMOTE_ADDRESS = 2;
    private static final int INODE = 9;

    public static ProcessSnapshot of(ProcessHandle process) {
        Path home = Path.of("/proc", Long.toString(process.pid()));
        List<String> files =
                list(home.resolve("fd"), file -> Files.readSymbolicLink(file).toString());
        List<String> threads = list(
                home.resolve("task"),
                task -> Files.readString(task.resolve("comm")).strip());
        return new ProcessSnapshot(threads, files, connections(home, files));
    }

    public long threads(String prefix) {
        return threads.stream().filter(name -> name.startsWith(prefix)).count();
    }

    public long connectionsTo(int port) {
        return connections.stream().filter(remote -> remote == port).count();
    }

    private static List<Integer> connections(Path home, List<String> files) {
        return Stream.of("tcp", "tcp6")
                .flatMap(protocol ->
                        Unchecked.get(
                                () -> Files.readAllLines(home.resolve("net").resolve(protocol)))
                                .stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > INODE && files.contains("socket:[" + fields[INODE] + "]"))
                .map(fields -> port(fields[REMOTE_ADDRESS]))
                .toList();
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
    }

    private static List<String> list(Path directory, Reader reader) {
        List<String> read = new ArrayList<>();
        for (String name : directory.toFile().list()) {
            try {
                read.add(reader.read(directory.resolve(name)));
            } catch (IOException gone) {
                // Threads end and files are closed while they are listed.
            }
        }
        return read;
    }

    @FunctionalInterface
    private interface Reader {
        String read(Path path) throws IOException;
    }
}
