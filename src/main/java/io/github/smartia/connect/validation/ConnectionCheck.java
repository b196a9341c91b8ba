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
 * Asks the API for one session, to find a wrong URL or key while the person who set it is still there. Of many
 * organisations some are asked, a few at a time; what is wrong with one of them is no more than a warning as long as
 * another is answered, so that a key that was revoked does not keep the others' settings from being changed.
 */
public final class ConnectionCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionCheck.class);

    /** Whoever waits for other settings to work waits for this too. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** So many are asked, however many there are. */
    static final int MOST_ASKED = 20;

    private static final int ASKED_AT_ONCE = 5;

    private final Function<OrganisationSettings, PageFetcher> connect;
    private final Duration patience;

    /**
     * A check that takes no more than about three seconds.
     *
     * @param connect makes a client that asks once, without retries; the check closes it
     */
    public ConnectionCheck(Function<OrganisationSettings, PageFetcher> connect) {
        this(connect, PATIENCE);
    }

    ConnectionCheck(Function<OrganisationSettings, PageFetcher> connect, Duration patience) {
        this.connect = connect;
        this.patience = patience;
    }

    /**
     * What to correct; empty where the API answered one organisation at least, or where its failure to answer may pass.
     */
    List<Problem> check(SmartIaSourceConfig config) {
        List<OrganisationSettings> some = sample(config.organisations());
        if (some.size() < config.organisations().size()) {
            LOG.info(
                    "The settings of {} of the {} organisations are checked against the API.",
                    some.size(),
                    config.organisations().size());
        }
        List<List<Problem>> problems = ask(some, config);
        List<Problem> all = problems.stream().flatMap(List::stream).distinct().toList();
        if (problems.stream().noneMatch(List::isEmpty)) {
            // From Kafka 4.4 on, workers replace the message where the value of a setting comes from a config provider.
            all.forEach(problem -> LOG.warn("{}: {} The settings are rejected.", problem.setting(), problem.message()));
            return all;
        }
        all.forEach(problem -> LOG.warn(
                "{}: {} The settings are accepted, since those of other organisations work. Only this organisation "
                        + "will stop.",
                problem.setting(),
                problem.message()));
        return List.of();
    }

    /** Evenly spread over all of them. */
    private static List<OrganisationSettings> sample(List<OrganisationSettings> all) {
        int size = Math.min(MOST_ASKED, all.size());
        return IntStream.range(0, size)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / size)))
                .toList();
    }

    private List<List<Problem>> ask(List<OrganisationSettings> organisations, SmartIaSourceConfig config) {
        SessionStream stream = config.reading().streams().get(0);
        long deadline = System.nanoTime() + patience.toNanos();
        List<List<Problem>> problems = new ArrayList<>();
        for (int i = 0; i < organisations.size() && (i == 0 || deadline - System.nanoTime() > 0); i += ASKED_AT_ONCE) {
            List<TrialRequest> few = organisations.stream()
                    .skip(i)
                    .limit(ASKED_AT_ONCE)
                    .map(organisation -> TrialRequest.send(organisation, connect.apply(organisation), stream))
                    .toList();
            few.forEach(request -> problems.add(request.outcome(deadline)));
        }
        return problems;
    }
}
