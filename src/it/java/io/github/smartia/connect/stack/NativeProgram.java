package io.github.smartia.connect.stack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program of this machine in a child process that ends with this JVM, however that ends. */
public final class NativeProgram implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Process process;

    private NativeProgram(Process process) {
        this.process = process;
    }

    /**
     * Starts it in a shell that signals it once the standard input of the shell ends.
     *
     * @param signal by which it ends in good order
     * @param log takes what it prints, after what is there
     */
    public static NativeProgram start(String signal, Path log, List<String> command) {
        String script = "\"$@\" & cat > /dev/null; kill -" + signal + " $!; wait $!";
        List<String> tethered = new ArrayList<>(List.of("sh", "-c", script, "tether"));
        tethered.addAll(command);
        return new NativeProgram(launch(tethered, log));
    }

    /** Runs a program that ends by itself, and waits until it has. */
    static void run(Path log, List<String> command) {
        Process process = launch(command, log);
        if (!ended(process) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(command.get(0) + " did not succeed: see " + log);
        }
    }

    /** Where the path of this process has it; empty where it has not. */
    public static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        Unchecked.run(() -> process.getOutputStream().close());
        if (!ended(process)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Process launch(List<String> command, Path log) {
        return Unchecked.get(() -> {
            Files.createDirectories(log.getParent());
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        });
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
