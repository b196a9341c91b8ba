package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.stack.Unchecked;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The last lines on standard output: what to do with the database or, last of all, the reason of a failure. */
final class Ending {

    private final PrintStream out;
    private Optional<ProgressTable> table = Optional.empty();
    private String advice = "";
    private boolean over;

    Ending(PrintStream out) {
        this.out = out;
    }

    /** From now on there is a table to end, and there is a text to print behind it. */
    synchronized void expect(ProgressTable shown, String text) {
        table = Optional.of(shown);
        advice = text;
    }

    /** The time is over, or somebody pressed Ctrl-C. */
    synchronized void end() {
        if (!over) {
            over = true;
            table.ifPresent(ProgressTable::end);
            out.print(advice);
            out.flush();
        }
    }

    /** @param e the first line of its message is the reason, which the file takes too, for Maven to end with */
    synchronized void fail(RuntimeException e, Path reasonFile) {
        if (over) {
            return;
        }
        over = true;
        String message = Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
        String[] parts = message.split("\n", 2);
        String reason = "The quickstart failed. " + parts[0];
        table.ifPresent(ProgressTable::end);
        Stream.of(parts).skip(1).forEach(out::println);
        out.println("\n" + reason);
        out.flush();
        Unchecked.run(() -> Files.writeString(reasonFile, reason));
    }
}
