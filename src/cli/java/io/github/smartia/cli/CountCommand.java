package io.github.smartia.cli;

import io.github.smartia.cli.api.ApiFailure;
import io.github.smartia.cli.api.Requests;
import io.github.smartia.cli.api.SessionStream;
import io.github.smartia.cli.count.Counting;
import io.github.smartia.cli.count.Period;
import io.github.smartia.cli.count.Span;
import io.github.smartia.cli.text.DurationText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the API's own counts, to be compared with topics and tables. */
@Command(
        name = "count",
        description = {
            "Counts sessions by day or month of their date (endDate of completed, startDate of in-progress), in UTC, "
                    + "and writes CSV to standard output. Days without sessions are left out.",
            "Exits with 1 if the counts do not add up to the API's own total, with 2 if they can't be read."
        },
        mixinStandardHelpOptions = true)
final class CountCommand implements Callable<Integer> {

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--by",
            paramLabel = "PERIOD",
            defaultValue = "day",
            description = "day or month. Default: ${DEFAULT-VALUE}")
    private Period by = Period.DAY;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "First day, such as 2026-01-31. Default: the day of the oldest session")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DAY", description = "Last day. Default: the day of the newest session")
    private Optional<LocalDate> to = Optional.empty();

    private final Environment environment;

    CountCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws ApiFailure, InterruptedException {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new UsageException("--to must not be before --from.");
        }
        Requests requests = connection.requests(environment, Integer.MAX_VALUE);
        Counting counting = new Counting(requests, by, environment.output(), environment.errors());
        List<Span> spans = spans(counting);
        say("%d requests are needed, which takes about %s.", counting.requestsFor(spans));
        return counting.count(spans) ? ExitCode.WORKS : ExitCode.WORKS_WITH_REMARKS;
    }

    private List<Span> spans(Counting counting) throws ApiFailure, InterruptedException {
        int toFind = SessionStream.values().length * ((from.isPresent() ? 0 : 1) + (to.isPresent() ? 0 : 1));
        if (toFind > 0) {
            say("%d requests find the oldest and the newest sessions, which takes about %s.", toFind);
        }
        List<Span> spans = new ArrayList<>();
        for (SessionStream stream : SessionStream.values()) {
            counting.span(stream, from, to.map(day -> day.plusDays(1))).ifPresent(spans::add);
        }
        return spans;
    }

    private void say(String text, int requests) {
        long seconds = Math.round(requests / connection.perSecond());
        environment.errors().printf(Locale.ROOT, text + "%n", requests, DurationText.of(seconds));
        environment.errors().flush();
    }
}
