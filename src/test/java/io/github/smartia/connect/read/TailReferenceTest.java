package io.github.smartia.connect.read;

import static io.github.smartia.connect.read.ModelSession.completed;
import static io.github.smartia.connect.read.TailTest.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.documents.BarChart;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.record.CommittedText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the table of {@code performance.md} equal to what the tail requests; {@code -Ddocs.write=true} rewrites it. */
class TailReferenceTest {

    private static final String BEGIN = "<!-- tail:begin -->\n";
    private static final String END = "<!-- tail:end -->\n";

    private static final Duration POLL = History.POLL_INTERVAL;
    private static final int POLLS = 40;
    private static final Duration PHASE = POLL.multipliedBy(POLLS);
    private static final Duration CAUGHT_UP = Duration.ofMinutes(2);

    private static final List<Duration> LATE_BY =
            Stream.of(10, 60, 300, 720, 1_380).map(Duration::ofMinutes).toList();
    private static final List<Duration> RESULT_AFTER =
            Stream.of(20, 28, 36, 47, 58).map(Duration::ofMinutes).toList();
    private static final int NEW_IN_A_POLL = 5;

    private static final List<Cost> COSTS =
            Stream.of(100, 10_000, 25_000).map(TailReferenceTest::measure).toList();

    @Test
    void pageShowsTheCostOfTheTail() throws IOException {
        CommittedText page = new CommittedText(Path.of("src/docs/performance.md"), "docs.write");
        String text = page.read();
        assertThat(text).contains(BEGIN, END);
        int begin = text.indexOf(BEGIN) + BEGIN.length();

        page.assertHolds(text.substring(0, begin) + table() + text.substring(text.indexOf(END, begin)));
    }

    @Test
    void chartShowsTheSameFigures() throws IOException {
        List<BarChart.Group> groups = COSTS.stream()
                .map(cost -> new BarChart.Group(
                        "%,d sessions in the lookback".formatted(cost.sessions()), List.of(cost.idle(), cost.busy())))
                .toList();
        BarChart chart = new BarChart(
                "Requests per poll of a stream that has caught up",
                List.of("nothing new", "five new sessions per poll"),
                groups);

        new CommittedText(Path.of("src/docs/images/requests-per-poll.svg"), "docs.write").assertHolds(chart.svg());
    }

    private static String table() {
        return "| Sessions within the lookback | Requests per poll: nothing new | Five new sessions per poll |"
                + " Polls until a late session is published | Polls until a result is published |\n"
                + "| ---: | ---: | ---: | ---: | ---: |\n"
                + COSTS.stream().map(Cost::row).collect(Collectors.joining());
    }

    /** First nothing is new, then one late session comes after the other, then one result, then new sessions. */
    private static Cost measure(int sessions) {
        List<ModelSession> all = TailTest.lookback(sessions);
        all.addAll(events());
        Reading reading = TailTest.begin(all);
        reading.readFor(CAUGHT_UP);
        double idle = requestsPerPoll(reading);
        String late = polls(LATE_BY, reading);
        String changed = polls(RESULT_AFTER, reading);
        return new Cost(sessions, idle, requestsPerPoll(reading), late, changed);
    }

    /** The cost of the tail, and the delay of new sessions. */
    private record Cost(int sessions, double idle, double busy, String late, String changed) {

        String row() {
            return "| %,d | %.1f | %.1f | %s | %s |%n".formatted(sessions, idle, busy, late, changed);
        }
    }

    private static double requestsPerPoll(Reading reading) {
        int before = reading.requests();
        reading.readFor(PHASE);
        return (double) (reading.requests() - before) / POLLS;
    }

    private static String polls(List<Duration> events, Reading reading) {
        List<Integer> polls = events.stream()
                .map(event -> pollsUntilPublished(reading))
                .sorted()
                .toList();
        return "%d, at most %d".formatted(polls.get(polls.size() / 2), Collections.max(polls));
    }

    private static int pollsUntilPublished(Reading reading) {
        int before = published(reading);
        int polls = 0;
        for (int poll = 1; poll <= POLLS; poll++) {
            reading.readFor(POLL);
            polls = polls == 0 && published(reading) > before ? poll : polls;
        }
        assertThat(published(reading)).isEqualTo(before + 1);
        return polls;
    }

    private static int published(Reading reading) {
        return reading.published(SessionStream.COMPLETED).size();
    }

    /** Each appears between two polls. */
    private static List<ModelSession> events() {
        List<ModelSession> events = new ArrayList<>();
        Instant event = NOW.plus(CAUGHT_UP).plus(PHASE).plusSeconds(1);
        for (Duration delay : LATE_BY) {
            events.add(completed("late-" + delay, event.minus(delay)).shownAfter(delay));
            event = event.plus(PHASE);
        }
        for (Duration delay : RESULT_AFTER) {
            events.add(completed("result-" + delay, event.minus(delay)).changedAfter(delay));
            event = event.plus(PHASE);
        }
        Duration spacing = POLL.dividedBy(NEW_IN_A_POLL);
        for (int i = 0; i < NEW_IN_A_POLL * POLLS; i++) {
            events.add(completed("new-" + i, event.plus(spacing.multipliedBy(i))));
        }
        return events;
    }
}
