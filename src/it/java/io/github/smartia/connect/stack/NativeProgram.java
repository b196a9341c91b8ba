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
        return new NativeProgram(Unchecked.get(() -> {
            Files.createDirectories(log.getParent());
            return new ProcessBuilder(tethered)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        }));
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
        if (!Unchecked.get(() -> process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
