package io.github.smartia.connect.validation;

import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.config.OrganisationSettings;
import io.github.smartia.connect.config.Problem;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.model.SessionStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests one session from the API, so that a wrong URL or key is reported to the person who submits the config. If there are
 * many organisations, only a sample is checked. Unless every organisation has been checked and has a problem, problems are only
 * warnings: one revoked key must not prevent changes to the settings of the others.
 */
public final class ConnectionCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionCheck.class);

    /** Short, since every change of the settings waits for the check. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    /** The maximum number of organisations that are checked. */
    static final int MAX_SAMPLE = 20;

    private static final int MAX_CONCURRENT = 5;

    private final Function<OrganisationSettings, PageFetcher> connect;
    private final Duration timeout;

    /**
     * A check that takes about three seconds at most.
     *
     * @param connect makes a client that does not retry; the check closes it
     */
    public ConnectionCheck(Function<OrganisationSettings, PageFetcher> connect) {
        this(connect, TIMEOUT);
    }

    ConnectionCheck(Function<OrganisationSettings, PageFetcher> connect, Duration timeout) {
        this.connect = connect;
        this.timeout = timeout;
    }

    /**
     * What to correct; empty if the settings of at least one organisation work or failed only transiently, or if all keys that
     * were checked are rejected and others were not checked.
     */
    List<Problem> check(SmartIaSourceConfig config) {
        int organisations = config.organisations().size();
        List<OrganisationSettings> some = sample(config.organisations());
        if (some.size() < organisations) {
            LOG.info(
                    "The settings of {} of the {} organisations are checked against the API.",
                    some.size(),
                    organisations);
        }
        List<List<Problem>> outcomes = check(some, config);
        List<Problem> problems =
                outcomes.stream().flatMap(List::stream).distinct().toList();
        if (outcomes.stream().anyMatch(List::isEmpty)) {
            return acceptForOthers(problems);
        }
        boolean areKeys =
                problems.stream().allMatch(problem -> problem.setting().endsWith("api.key"));
        return areKeys && outcomes.size() < organisations ? acceptForUnchecked(problems) : reject(problems);
    }

    private static List<Problem> reject(List<Problem> problems) {
        // Workers of Kafka 4.4 replace the error of a setting whose value comes from a config provider.
        problems.forEach(
                problem -> LOG.warn("{}: {} The settings are rejected.", problem.setting(), problem.message()));
        return problems;
    }

    private static List<Problem> acceptForUnchecked(List<Problem> problems) {
        problems.forEach(problem -> LOG.warn(
                "{}: {} The settings are accepted, since not all organisations were checked. Organisations with this "
                        + "problem will stop.",
                problem.setting(),
                problem.message()));
        return List.of();
    }

    private static List<Problem> acceptForOthers(List<Problem> problems) {
        problems.forEach(problem -> LOG.warn(
                "{}: {} The settings are accepted, since those of other organisations work. Only this organisation "
                        + "will stop.",
                problem.setting(),
                problem.message()));
        return List.of();
    }

    /** Evenly spread over all organisations. */
    private static List<OrganisationSettings> sample(List<OrganisationSettings> all) {
        int size = Math.min(MAX_SAMPLE, all.size());
        return IntStream.range(0, size)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / size)))
                .toList();
    }

    private List<List<Problem>> check(List<OrganisationSettings> organisations, SmartIaSourceConfig config) {
        SessionStream stream = config.reading().streams().get(0);
        long deadline = System.nanoTime() + timeout.toNanos();
        List<List<Problem>> problems = new ArrayList<>();
        for (int i = 0; i < organisations.size() && (i == 0 || deadline - System.nanoTime() > 0); i += MAX_CONCURRENT) {
            List<TrialRequest> few = organisations.stream()
                    .skip(i)
                    .limit(MAX_CONCURRENT)
                    .map(organisation -> TrialRequest.send(organisation, connect.apply(organisation), stream))
                    .toList();
            few.forEach(request -> problems.add(request.outcome(deadline)));
        }
        return problems;
    }
}
