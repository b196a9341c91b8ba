package io.github.smartia.connect.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessIT {

    @TempDir
    private Path directory;

    @Test
    void aChildOfAKilledParentEnds() throws IOException {
        Path pidOfChild = directory.resolve("pid");
        try (ChildProcess parent = new ChildProcess(program(Parent.class, directory), () -> Files.exists(pidOfChild))) {
            parent.start();
            ProcessHandle child = ProcessHandle.of(Long.parseLong(Files.readString(pidOfChild)))
                    .orElseThrow();
            assertThat(child.isAlive()).isTrue();

            parent.kill();

            await().atMost(Duration.ofMinutes(1)).until(() -> !child.isAlive());
        }
    }

    private static JavaProgram program(Class<?> main, Path directory) {
        return new JavaProgram(
                main.getSimpleName(),
                main.getName(),
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(Path::of)
                        .toList(),
                List.of("-Xmx64m"),
                List.of(directory.toString()),
                directory.resolve(main.getSimpleName() + ".log"));
    }

    /** Starts a child and writes down its pid. */
    static final class Parent {
        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path directory = Path.of(arguments[0]);
            ChildProcess child = new ChildProcess(program(Waiting.class, directory), () -> true);
            child.start();
            Path draft = Files.writeString(
                    directory.resolve("draft"), Long.toString(child.handle().pid()));
            Files.move(draft, directory.resolve("pid"));
            Waiting.main(arguments);
        }
    }

    /** Does not end by itself. */
    static final class Waiting {
        public static void main(String[] arguments) throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }
}
