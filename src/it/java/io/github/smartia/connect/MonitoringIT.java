package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smartia.connect.documents.DocumentedCommand;
import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.JmxExporter;
import io.github.smartia.connect.stack.NativeProgram;
import io.github.smartia.connect.stack.Prometheus;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.WorkerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a real Prometheus sees of a worker by the files in {@code config/monitoring}. */
@ExtendWith(StackExtension.class)
class MonitoringIT {

    private static final String PAGE = "src/docs/operations.md";
    /** What the names of the connector's metrics begin with in Prometheus. */
    static final String PREFIX = "smart_ia_";

    private static final Path FILES = Path.of("config", "monitoring");

    /** Alerts that need longer than a test lasts, or an API that contradicts itself: promtool tests when they come. */
    private static final List<String> OUT_OF_REACH =
            List.of("SmartIaNotReading", "SmartIaBehind", "SmartIaWorkerDown", "SmartIaInconsistent");

    private static final Pattern METRIC =
            Pattern.compile("\\b(?:connector:smart_ia_\\w+:max|smart_ia_\\w+|kafka_connect_\\w+|up)\\b");

    @AutoClose
    private static ConnectWorker worker;

    @AutoClose
    private static Prometheus prometheus;

    @AutoClose
    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(SchoolSessions.KEY));

    @BeforeAll
    static void startPrometheus(Stack stack) {
        Assumptions.assumeTrue(
                Stream.of("prometheus", "promtool")
                        .allMatch(name -> NativeProgram.onPath(name).isPresent()),
                "no prometheus and promtool on the path: they are in Debian's package prometheus");
        JmxExporter exporter = JmxExporter.ofTheBuild();
        worker = stack.startWorker(WorkerOptions.inGroup("monitored").withJvmOptions(documentedOption(exporter)));
        prometheus = Prometheus.start(exporter, FILES.resolve("alerts.yaml"));
    }

    /** Kafka's scripts hand the value of this variable to the JVM. */
    private static String documentedOption(JmxExporter exporter) {
        return DocumentedCommand.of(PAGE, "export KAFKA_OPTS=")
                .with("export KAFKA_OPTS=", "")
                .with("9404", "127.0.0.1:" + exporter.port())
                .with("jmx-exporter.yaml", exporter.rules().toAbsolutePath())
                .with("jmx_prometheus_javaagent.jar", exporter.jar())
                .text();
    }

    @Test
    void promtoolAcceptsTheAlertRulesAndTheComposedSettings() throws InterruptedException {
        assertThat(DocumentedCommand.of(PAGE, "promtool test rules")
                        .with("alerts-test.yaml", FILES.resolve("alerts-test.yaml"))
                        .run())
                .contains("SUCCESS");
        assertThat(new DocumentedCommand("promtool check config --syntax-only docker/prometheus.yaml").run())
                .contains("SUCCESS");
    }

    @Test
    void prometheusSeesAllThatDashboardAndAlertsAskFor(Stack stack) throws IOException {
        api.sessions().addAll(SchoolSessions.completed(250));
        api.sessions().addAll(SchoolSessions.inProgress(20));
        api.faults().always(Fault.status(503));
        try (RunningConnector connector = new RunningConnector(stack, worker.rest(), "monitored", api)
                .with("dead.letter.topic", "monitored-dead")
                .start()) {
            awaitValue("min(smart_ia_state{connector=\"monitored\"})", 1);
            awaitValue("max(smart_ia_caught_up{connector=\"monitored\"})", 0);
            assertThat(prometheus.query("smart_ia_position_lag_seconds{connector=\"monitored\"} >= 0"))
                    .as("lags before the first success")
                    .isEmpty();
            api.faults().clear();
            awaitValue("smart_ia_sessions_published_total{connector=\"monitored\",stream=\"completed\"}", 250);
            awaitValue("smart_ia_sessions_published_total{connector=\"monitored\",stream=\"in-progress\"}", 20);
            awaitValue("sum(smart_ia_caught_up{connector=\"monitored\",organisation=\"default\",task=\"0\"})", 2);

            addOneOfEachKind();
            awaitValue("smart_ia_sessions_published_total{connector=\"monitored\",stream=\"completed\"}", 253);
            for (String kind : List.of("sessions_late", "sessions_changed", "dead_letters")) {
                awaitValue("sum(smart_ia_" + kind + "_total{connector=\"monitored\"})", 1);
            }
            awaitValue("sum(smart_ia_tombstones_total{connector=\"monitored\"})", 253);
            dashboardQueries().forEach(MonitoringIT::awaitSome);
            assertThat(names()).isEqualTo(documentedMetrics());

            assertThatAlertsComeWithTheirReasons(connector);
        }
    }

    @Test
    void ofManyOrganisationsPrometheusSeesAllTogetherAndTheFailedOnesByName(Stack stack) {
        String[] schools = {"oaks", "elms", "ashes"};
        try (RunningConnector connector = new RunningConnector(stack, worker.rest(), "trust", api)
                .withOrganisations(schools)
                .with("metrics.max.organisations", "2")) {
            for (String school : schools) {
                api.sessionsOf("key-of-" + school).addAll(SchoolSessions.completed(10));
            }
            api.keys().revoke("key-of-elms");
            connector.start();

            awaitValue("smart_ia_sessions_published_total{connector=\"trust\",stream=\"completed\"}", 20);
            awaitSome(alertRules().get("SmartIaOrganisationFailed"));
            assertThat(prometheus.query("smart_ia_state{connector=\"trust\",stream=\"completed\"}"))
                    .extracting(series -> series.at("/metric/organisation").asString())
                    .containsExactlyInAnyOrder("all organisations", "elms");
        }
    }

    private void addOneOfEachKind() {
        api.sessions()
                .change(
                        ExpectedRecords.completed(api).get(0).sessionId(),
                        session -> session.with("result.level", "\"L3\""));
        api.sessions()
                .add(SessionBuilder.completed()
                        .endedAt(SchoolSessions.MORNING.plusMillis(100_500))
                        .build());
        api.sessions()
                .add(SessionBuilder.completed()
                        .endedAt(SchoolSessions.MORNING.plusSeconds(300))
                        .user(SchoolSessions.pupil())
                        .without("user.userId")
                        .build());
        api.sessions()
                .complete(ExpectedRecords.inProgress(api).get(0).sessionId(), SchoolSessions.MORNING.plusSeconds(301));
    }

    private void assertThatAlertsComeWithTheirReasons(RunningConnector connector) {
        Map<String, String> rules = alertRules();
        rules.values().forEach(MonitoringIT::assertComparesWhatIsThere);
        OUT_OF_REACH.forEach(rules::remove);
        awaitSome(rules.remove("SmartIaDeadLetters"));

        api.faults().always(Fault.status(429));
        awaitValue("max(smart_ia_state{connector=\"monitored\"})", 1);
        awaitSome(rules.remove("SmartIaThrottled"));
        assertOnlyTimePasses(253, SchoolSessions.MORNING.plusSeconds(301));
        api.faults().clear();
        awaitValue("max(smart_ia_state{connector=\"monitored\"})", 0);
        awaitSome("max(smart_ia_time_since_success_seconds{connector=\"monitored\"}) < 3");
        awaitValue("smart_ia_sessions_published_total{connector=\"monitored\",stream=\"completed\"}", 254);

        connector.connect().pause("monitored");
        awaitSome(rules.remove("SmartIaPaused"));
        // A paused task reads for a few seconds more, which shows in the lag.
        awaitSome("min(smart_ia_time_since_success_seconds{connector=\"monitored\"}) > 5");
        assertOnlyTimePasses(254, SchoolSessions.MORNING.plusSeconds(401));
        connector.resume();
        awaitValue("smart_ia_sessions_published_total{connector=\"monitored\",stream=\"completed\"}", 255);

        api.keys().revoke(SchoolSessions.KEY);
        connector.awaitFailure();
        awaitSome(rules.remove("SmartIaTaskFailed"));
        awaitSome("absent(smart_ia_state{connector=\"monitored\"})");

        connector.connect().delete("monitored");
        awaitSome(rules.remove("SmartIaConnectorGone"));
        assertThat(rules.keySet())
                .as("alerts for the other tests")
                .containsExactlyInAnyOrder("SmartIaOrganisationFailed", "SmartIaConnectorFailed");
    }

    /** While nothing can be read, new sessions change nothing, and lag and time since success grow with the clock. */
    private void assertOnlyTimePasses(int published, Instant latest) {
        api.sessions()
                .add(SessionBuilder.completed().endedAt(latest.plusSeconds(100)).build());
        awaitSome("min(smart_ia_time_since_success_seconds{connector=\"monitored\"}) > 5");
        awaitValue("smart_ia_sessions_published_total{connector=\"monitored\",stream=\"completed\"}", published);
        awaitValue("sum(smart_ia_caught_up{connector=\"monitored\"})", 2);
        assertLag("completed", latest);
        assertLag("in-progress", SchoolSessions.MORNING.plusSeconds(19));
    }

    private static void assertLag(String stream, Instant latest) {
        String lag = "smart_ia_position_lag_seconds{connector=\"monitored\",stream=\"" + stream + "\"}";
        awaitSome("abs(time() - " + lag + " - " + latest.getEpochSecond() + ") < 5");
    }

    private static void assertComparesWhatIsThere(String rule) {
        METRIC.matcher(rule).results().map(MatchResult::group).forEach(MonitoringIT::awaitSome);
    }

    /** Their queries by their names; of several severities, that of the last. */
    private static Map<String, String> alertRules() {
        List<JsonNode> rules = prometheus.alertRules();
        assertThat(rules)
                .allSatisfy(rule -> assertThat(rule.path("health").asString())
                        .as(rule.toString())
                        .isEqualTo("ok"));
        return rules.stream()
                .collect(Collectors.toMap(
                        rule -> rule.path("name").asString(),
                        rule -> rule.path("query").asString(),
                        (warning, critical) -> critical));
    }

    static Set<String> documentedMetrics() throws IOException {
        return Pattern.compile(PREFIX + "[a-z0-9_]+")
                .matcher(Files.readString(Path.of(PAGE)))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Set<String> names() {
        return prometheus.query("count by (__name__) ({__name__=~\"" + PREFIX + ".+\"})").stream()
                .map(series -> series.at("/metric/__name__").asString())
                .collect(Collectors.toSet());
    }

    private static void awaitSome(String query) {
        await("data for " + query).until(() -> !prometheus.query(query).isEmpty());
    }

    private static void awaitValue(String query, double value) {
        awaitSome(query + " == " + value);
    }

    private static List<String> dashboardQueries() throws IOException {
        JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(FILES.resolve("dashboard.json")));
        List<String> queries = dashboard
                .path("panels")
                .valueStream()
                .flatMap(panel -> panel.path("targets").valueStream())
                .map(target -> target.path("expr").asString())
                .map(query -> query.replace("$connector", "monitored")
                        .replace("$organisation", ".*")
                        .replace("$__rate_interval", "10s")
                        .replace("$__range", "5m")
                        // Not a number while it is not known.
                        .replace(" >= 0", ""))
                .toList();
        assertThat(queries).hasSizeGreaterThan(10).noneMatch(query -> query.contains("$"));
        return queries;
    }
}
