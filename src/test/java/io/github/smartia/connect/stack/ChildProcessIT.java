package io.github.smartia.connect.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessIT {

    @TempDir
    private Path directory;

    @Test
    void aChildOfAKilledParentEnds() throws IOException {
        Path pidOfChild = directory.resolve("pid");
        try (ChildProcess parent =
                new ChildProcess(program(Parent.class, directory.toString()), () -> Files.exists(pidOfChild))) {
            parent.start();
            ProcessHandle child = ProcessHandle.of(Long.parseLong(Files.readString(pidOfChild)))
                    .orElseThrow();
            assertThat(child.isAlive()).isTrue();

            parent.kill();

            assertThat(parent.isAlive()).isFalse();
            await().atMost(Duration.ofMinutes(1)).until(() -> !child.isAlive());
        }
    }

    @Test
    void aStoppedProgramStartsAgain() {
        try (ChildProcess child = new ChildProcess(program(Waiting.class), () -> true)) {
            child.start();
            long first = child.handle().pid();
            child.stop();
            assertThat(child.isAlive()).isFalse();

            child.start();

            assertThat(child.isAlive()).isTrue();
            assertThat(child.handle().pid()).isNotEqualTo(first);
        }
    }

    @Test
    void aStoppedProgramEndsInGoodOrder() {
        Path ready = directory.resolve("ready");
        try (ChildProcess child = new ChildProcess(program(Tidy.class, ready.toString()), () -> Files.exists(ready))) {
            child.start();

            child.stop();

            assertThat(child.logTail()).contains("all put away");
        }
    }

    @Test
    void aProgramThatEndsTooEarlyShowsItsLastWords() {
        try (ChildProcess child = new ChildProcess(program(Failing.class), () -> false)) {
            assertThatThrownBy(child::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Failing ended before it was ready")
                    .hasMessageContaining("the disk is full");
        }
    }

    private JavaProgram program(Class<?> main, String... arguments) {
        return program(main, directory, arguments);
    }

    private static JavaProgram program(Class<?> main, Path logs, String... arguments) {
        return new JavaProgram(
                main.getSimpleName(),
                main.getName(),
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(Path::of)
                        .toList(),
                List.of("-Xmx64m"),
                List.of(arguments),
                logs.resolve(main.getSimpleName() + ".log"));
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

    /** Takes a while to end. */
    static final class Tidy {
        public static void main(String[] arguments) throws IOException, InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
                System.out.println("all put away");
            }));
            Files.createFile(Path.of(arguments[0]));
            Waiting.main(arguments);
        }
    }

    /** Ends at once. */
    static final class Failing {
        public static void main(String[] arguments) {
            System.err.println("the disk is full");
            System.exit(1);
        }
    }
}
