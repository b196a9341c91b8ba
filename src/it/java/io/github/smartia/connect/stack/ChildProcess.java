package io.github.smartia.connect.stack;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.core.ConditionTimeoutException;

/** A program that runs in a process of its own, can be ended gently or hard, and started again. For one thread. */
public class ChildProcess implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);

    private static final int TAIL_LINES = 40;

    private final JavaProgram program;
    private final BooleanSupplier ready;
    private Optional<Process> process = Optional.empty();

    /** @param ready whether the program does its work; asked again and again from its start on */
    ChildProcess(JavaProgram program, BooleanSupplier ready) {
        this.program = program;
        this.ready = ready;
    }

    /** Runs a program that ends by itself, and waits until it has. */
    static void run(JavaProgram program) {
        ChildProcess child = new ChildProcess(program, () -> true);
        Process running = program.launch();
        child.process = Optional.of(running);
        if (!endsWithin(running, STARTS_WITHIN) || running.exitValue() != 0) {
            child.kill();
            throw new IllegalStateException(child.failure("did not succeed"));
        }
    }

    /** Starts the program and waits until it is ready. Where it does not get there, it is ended. */
    public void start() {
        if (isAlive()) {
            throw new IllegalStateException(program.name() + " runs already");
        }
        process = Optional.of(program.launch());
        try {
            await(program.name())
                    .atMost(STARTS_WITHIN)
                    .pollInterval(Duration.ofMillis(50))
                    .until(this::isReady);
        } catch (ConditionTimeoutException e) {
            kill();
            throw new IllegalStateException(failure("was not ready within " + STARTS_WITHIN.toSeconds() + " s"), e);
        }
    }

    /** Asks the program to end in good order, waits until it has, and kills it where it takes too long. */
    public void stop() {
        process.ifPresent(running -> {
            // That of Process would close the pipe too, and so the program's tether would halt it.
            running.toHandle().destroy();
            if (!endsWithin(running, ENDS_WITHIN)) {
                kill();
            }
        });
    }

    /** Ends the program as kill -9 does, and waits until it is gone. */
    public void kill() {
        process.ifPresent(running -> {
            running.destroyForcibly();
            if (!endsWithin(running, ENDS_WITHIN)) {
                throw new IllegalStateException(failure("survived a kill"));
            }
        });
    }

    public boolean isAlive() {
        return process.filter(Process::isAlive).isPresent();
    }

    /** The process that runs now or ran last. */
    public ProcessHandle handle() {
        return process.orElseThrow(() -> new IllegalStateException(program.name() + " was never started"))
                .toHandle();
    }

    public Path log() {
        return program.log();
    }

    public String logTail() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e + ")";
        }
    }

    @Override
    public void close() {
        kill();
    }

    private boolean isReady() {
        if (!isAlive()) {
            throw new IllegalStateException(failure("ended before it was ready"));
        }
        return ready.getAsBoolean();
    }

    private static boolean endsWithin(Process running, Duration time) {
        return Unchecked.get(() -> running.waitFor(time.toMillis(), TimeUnit.MILLISECONDS));
    }

    private String failure(String what) {
        return program.name() + " " + what + ". The end of " + program.log() + ":\n" + logTail();
    }
}
