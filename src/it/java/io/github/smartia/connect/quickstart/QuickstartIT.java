package io.github.smartia.connect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.quickstart.database.SessionDatabase;
import io.github.smartia.connect.quickstart.page.PageServer;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.Resource;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The quickstart's parts on the stack of the build: what the topics hold, the database holds and the page shows. */
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuickstartIT {

    private QuickstartRun run;

    @AutoClose
    private SessionDatabase database;

    @BeforeAll
    void fillDatabase(Stack stack, @TempDir Path directory) {
        database = SessionDatabase.create(directory.resolve("quickstart.duckdb"));
        run = QuickstartRun.on(stack, database);
    }

    @Test
    void tablesHoldWhatTheApiShows() {
        assertThat(ids("completed")).isEqualTo(idsOf(run.sessions().filter(SimulatedSession::isCompleted)));
        assertThat(ids("in_progress")).isEqualTo(idsOf(run.sessions().filter(session -> !session.isCompleted())));
        assertThat(run.last().progress().remaining()).hasValue(0L);
    }

    @Test
    void theQueriesToTryHaveAnswers() {
        Texts.QUERIES.forEach(query ->
                assertThat(rows("(" + query.replace(";", "") + ")")).as(query).isNotEmpty());
    }

    @Test
    void nothingPersonalIsServed() {
        String served = Stream.of("completed", "in_progress", "session", "pupil_at_work")
                .map(database::json)
                .collect(Collectors.joining());

        assertThat(run.personal()).hasSizeGreaterThan(100).noneMatch(served::contains);
    }

    @Test
    void thePageShowsTheDatabaseAndFitsAPhoneInDarkAndLight() {
        try (PageServer server = PageServer.start(database, () -> run.last().forPage());
                Chromium chromium = Chromium.start()) {
            chromium.open(server.address().toString());
            awaitRefresh(chromium);
            assertShowsTheDatabase(chromium);
            assertShowsTheProgress(chromium);
            assertThat(run.personal()).noneMatch(text(chromium)::contains);
            chromium.reload();
            awaitRefresh(chromium);
            assertShowsTheDatabase(chromium);
            assertThat(chromium.console()).isEmpty();
            assertFitsAPhone(chromium);
        }
    }

    private static void assertFitsAPhone(Chromium chromium) {
        chromium.resize(360, 740);
        chromium.reload();
        awaitRefresh(chromium);
        assertThat(number(chromium, "document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
        assertIsReadable(chromium, "light");
        Object light = chromium.eval("getComputedStyle(document.body).backgroundColor");
        assertIsReadable(chromium, "dark");
        assertThat(chromium.eval("getComputedStyle(document.body).backgroundColor"))
                .isNotEqualTo(light);
    }

    /** By the ratio of contrast that WCAG requires of text, for the quietest text. */
    private static void assertIsReadable(Chromium chromium, String scheme) {
        chromium.prefer(scheme);
        assertThat(((Number) chromium.eval(Resource.text("quickstart/contrast.js"))).doubleValue())
                .as(scheme)
                .isGreaterThan(4.5);
    }

    private static void awaitRefresh(Chromium chromium) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> chromium.eval("document.documentElement.dataset.refreshed") != null);
    }

    private void assertShowsTheDatabase(Chromium chromium) {
        JsonNode total = rows("total").get(0);
        for (String figure : List.of("completed", "at_work")) {
            assertThat(chromium.eval("document.getElementById('" + figure + "').textContent"))
                    .isEqualTo(
                            String.format(Locale.ROOT, "%,d", total.path(figure).asLong()));
        }
        assertThat(number(chromium, "document.querySelectorAll('#pupils-at-work tr').length"))
                .isEqualTo(Math.min(50, rows("pupil_at_work").size()))
                .isPositive();
        assertThat(sum(chromium, "id === 'days'")).isEqualTo(sum("sessions_per_day"));
        assertThat(sum(chromium, "id === 'durations'")).isEqualTo(sum("sessions_by_minutes"));
        assertThat(sum(chromium, "id.startsWith('levels-')")).isEqualTo(sum("level_by_subject_month"));
        assertThat(chromium.eval("[...document.querySelectorAll('canvas')].every(canvas => "
                        + "canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(b => b))"))
                .isEqualTo(true);
    }

    private void assertShowsTheProgress(Chromium chromium) {
        Map<String, Object> progress = new LinkedHashMap<>(run.last().forPage());
        progress.remove("time");
        ((Map<?, ?>) progress.remove("lag")).forEach((stream, lag) -> progress.put("lag-" + stream, lag));
        progress.forEach(
                (figure, text) -> assertThat(chromium.eval("document.getElementById('" + figure + "').textContent"))
                        .isEqualTo(text));
    }

    private static long sum(Chromium chromium, String which) {
        return number(
                chromium,
                "[...charts].filter(([id]) => " + which + ").flatMap(([, chart]) => chart.data.datasets)"
                        + ".flatMap(dataset => dataset.data).reduce((a, b) => a + b, 0)");
    }

    private long sum(String view) {
        long sum = rows(view).stream()
                .mapToLong(row -> row.path("sessions").asLong())
                .sum();
        assertThat(sum).as(view).isPositive();
        return sum;
    }

    private static long number(Chromium chromium, String expression) {
        return ((Number) chromium.eval(expression)).longValue();
    }

    private static String text(Chromium chromium) {
        return chromium.eval("document.documentElement.outerHTML").toString();
    }

    private Set<String> ids(String table) {
        return rows(table).stream()
                .map(row -> row.path("sessionid").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> idsOf(Stream<SimulatedSession> sessions) {
        return sessions.map(session -> session.sessionId().toString()).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<JsonNode> rows(String view) {
        return JsonMapper.shared().readTree(database.json(view)).valueStream().toList();
    }
}
