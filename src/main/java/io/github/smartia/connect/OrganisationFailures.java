package io.github.smartia.connect;

import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.config.OrganisationSettings;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.read.StreamFailedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The organisations of a task that are read: where one fails it stops alone, and the task fails with the last of them.
 * The only one of a connector fails its task at once. Not thread-safe.
 */
final class OrganisationFailures implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmartIaSourceTask.class);

    private final Map<String, OrganisationSettings> settings = new LinkedHashMap<>();
    private final boolean alone;
    private final Map<String, SessionsApi> running = new LinkedHashMap<>();
    private Optional<ConnectException> lastFailure = Optional.empty();

    OrganisationFailures(SmartIaSourceConfig config) {
        config.organisations().forEach(organisation -> settings.put(organisation.name(), organisation));
        alone = !config.namesOrganisations();
    }

    /** @param api the client that an organisation is read by; closed when it stops */
    void started(OrganisationSettings organisation, SessionsApi api) {
        running.put(organisation.name(), api);
    }

    /** An organisation can't be read from the start. */
    void couldNotStart(OrganisationSettings organisation, ConnectException failure) {
        if (alone) {
            throw failure;
        }
        LOG.error("Organisation {}: {}", organisation.name(), failure.getMessage());
        lastFailure = Optional.of(failure);
    }

    /** @throws ConnectException if the task of a single organisation comes to its end with that */
    void stopped(StreamFailedException failure) {
        OrganisationSettings organisation = settings.get(failure.organisation());
        if (alone) {
            throw FailureMessages.ofTheTask(failure, organisation);
        }
        String text = FailureMessages.ofOne(failure, organisation);
        Optional.ofNullable(running.remove(organisation.name())).ifPresent(SessionsApi::close);
        String rest = " The task continues with " + running.size() + " of its " + settings.size() + " organisations.";
        if (FailureMessages.wasForeseen(failure)) {
            LOG.error("{}{}", text, rest);
        } else {
            LOG.error("{}{}", text, rest, failure.getCause());
        }
        lastFailure = Optional.of(new ConnectException(text, failure.getCause()));
    }

    /** @throws ConnectException if no organisation is left that is read */
    void requireOne() {
        if (running.isEmpty()) {
            ConnectException last = lastFailure.orElseThrow();
            throw new ConnectException(
                    "All organisations of the task (" + FewNames.of(List.copyOf(settings.keySet()))
                            + ") have stopped, and so has the task. The worker's log has a line for each. The last: "
                            + last.getMessage(),
                    last.getCause());
        }
    }

    @Override
    public void close() {
        running.values().forEach(SessionsApi::close);
    }
}
