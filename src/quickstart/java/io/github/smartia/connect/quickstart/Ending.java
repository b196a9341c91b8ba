package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.stack.Unchecked;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The last lines on standard output: what to do with the database or, last of all, the reason of a failure. */
final class Ending {

    private final PrintStream out;
    private Optional<ProgressTable> table = Optional.empty();
    private List<String> advice = List.of();
    private boolean over;

    Ending(PrintStream out) {
        this.out = out;
    }

    /** From now on there is a table to end, and there are lines to print behind it. */
    synchronized void expect(ProgressTable shown, List<String> lines) {
        table = Optional.of(shown);
        advice = List.copyOf(lines);
    }

    /** The time is over, or somebody pressed Ctrl-C. */
    synchronized void end() {
        if (!over) {
            over = true;
            table.ifPresent(ProgressTable::end);
            advice.forEach(out::println);
            out.flush();
        }
    }

    /** @param reasonFile takes the reason as well, for Maven to end with */
    synchronized void fail(RuntimeException e, Path reasonFile) {
        if (over) {
            return;
        }
        over = true;
        QuickstartException failure = QuickstartException.of(e);
        String reason = "The quickstart failed. " + failure.getMessage();
        table.ifPresent(ProgressTable::end);
        if (!failure.details().isEmpty()) {
            out.println(failure.details());
        }
        out.println("\n" + reason);
        out.flush();
        write(reason, reasonFile);
    }

    private static void write(String reason, Path reasonFile) {
        Unchecked.run(() -> Files.writeString(reasonFile, reason));
    }
}
