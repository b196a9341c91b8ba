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
 * Handles failures of organisations. If the settings name organisations, a failed one stops alone, and the task fails once all
 * of its organisations have stopped. Otherwise, the failure of the only organisation fails the task at once. Not thread-safe.
 */
final class OrganisationFailures implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmartIaSourceTask.class);

    private final Map<String, OrganisationSettings> settings = new LinkedHashMap<>();
    private final boolean single;
    private final Map<String, SessionsApi> running = new LinkedHashMap<>();
    private Optional<ConnectException> lastFailure = Optional.empty();

    OrganisationFailures(SmartIaSourceConfig config) {
        config.organisations().forEach(organisation -> settings.put(organisation.name(), organisation));
        single = !config.namesOrganisations();
    }

    /** @param api the client of the organisation, which is closed when the organisation stops */
    void started(OrganisationSettings organisation, SessionsApi api) {
        running.put(organisation.name(), api);
    }

    /** @throws ConnectException if the settings name no organisations, so that this is the only one */
    void couldNotStart(OrganisationSettings organisation, ConnectException failure) {
        if (single) {
            throw failure;
        }
        LOG.error("Organisation {}: {}", organisation.name(), failure.getMessage());
        lastFailure = Optional.of(failure);
    }

    /** @throws ConnectException if the settings name no organisations, so that this is the only one */
    void stopped(StreamFailedException failure) {
        OrganisationSettings organisation = settings.get(failure.organisation());
        if (single) {
            throw FailureMessages.ofTask(failure, organisation);
        }
        String text = FailureMessages.ofOrganisation(failure, organisation);
        Optional.ofNullable(running.remove(organisation.name())).ifPresent(SessionsApi::close);
        String remaining =
                " The task continues with " + running.size() + " of its " + settings.size() + " organisations.";
        if (FailureMessages.isExplained(failure)) {
            LOG.error("{}{}", text, remaining);
        } else {
            LOG.error("{}{}", text, remaining, failure.getCause());
        }
        lastFailure = Optional.of(new ConnectException(text, failure.getCause()));
    }

    /** @throws ConnectException if all organisations have stopped */
    void requireOne() {
        if (running.isEmpty()) {
            ConnectException last = lastFailure.orElseThrow();
            throw new ConnectException(
                    "All organisations of the task (" + NameList.of(List.copyOf(settings.keySet()))
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
