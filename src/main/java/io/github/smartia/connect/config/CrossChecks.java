package io.github.smartia.connect.config;

import io.github.smartia.connect.api.http.ApiOptions.InProgressEndpoint;
import io.github.smartia.connect.config.values.Option;
import io.github.smartia.connect.model.SessionStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** Checks that settings fit together, which the validator of a single setting can't check. */
final class CrossChecks {

    private static final int MOST_VALUES_OF_A_GET_FILTER = 30;

    private final Findings found;

    private CrossChecks(Findings found) {
        this.found = found;
    }

    /**
     * Finds all settings that do not fit together.
     *
     * @param values parsed values of valid settings by name
     * @param properties all properties that are set
     */
    static List<Problem> all(Map<String, ?> values, Map<String, ?> properties) {
        Findings found = new Findings(values);
        add(found);
        PrivacyChecks.add(found, properties);
        OrganisationChecks.add(found, properties.keySet());
        return found.problems();
    }

    /** @throws ConfigException if settings do not fit together */
    static void require(Map<String, ?> values, Map<String, ?> properties) {
        List<Problem> problems = all(values, properties);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems.stream().map(Problem::message).collect(Collectors.joining(" ")));
        }
    }

    /** Adds all problems except those of privacy and of organisations. */
    static void add(Findings found) {
        CrossChecks checks = new CrossChecks(found);
        checks.noValueIsNull();
        checks.maxBackoffIsNotLess();
        checks.topicsDiffer();
        checks.filtersFitTheGetCall();
        checks.trustStoreCanBeRead();
    }

    // A config sent as JSON can contain null, which ConfigDef accepts as a value.
    private void noValueIsNull() {
        found.values().forEach((setting, value) -> {
            if (value == null) {
                found.add(setting, "%s must not be null. Remove the setting to use its default, if any.", setting);
            }
        });
    }

    private void maxBackoffIsNotLess() {
        if (found.values().get(RequestSettings.BACKOFF) instanceof Long first
                && found.values().get(RequestSettings.MAX_BACKOFF) instanceof Long longest
                && longest < first) {
            found.add(
                    RequestSettings.MAX_BACKOFF,
                    "%s (%d) must not be less than %s (%d).",
                    RequestSettings.MAX_BACKOFF,
                    longest,
                    RequestSettings.BACKOFF,
                    first);
        }
    }

    private void topicsDiffer() {
        List<String> before = new ArrayList<>();
        for (SessionStream stream : SessionStream.values()) {
            String setting = TopicSettings.topicOf(stream);
            before.forEach(other -> topicsDiffer(setting, other, "the key of both is the session's id"));
            topicsDiffer(TopicSettings.DEAD_LETTERS, setting, "consumers of that topic expect sessions");
            before.add(setting);
        }
    }

    private void topicsDiffer(String setting, String other, String reason) {
        found.text(setting)
                .filter(topic -> topic.equals(found.values().get(other)))
                .ifPresent(topic ->
                        found.add(setting, "%s must not be the topic of %s (%s): %s.", setting, other, topic, reason));
    }

    private void filtersFitTheGetCall() {
        if (isGetCallUsed()) {
            FilterSettings.ALL.forEach(this::filterFitsTheGetCall);
            for (String organisation : Organisations.names(found.values())) {
                FilterSettings.ALL.forEach(filter -> filterFitsTheGetCall(Organisations.setting(organisation, filter)));
            }
        }
    }

    private boolean isGetCallUsed() {
        return found.text(ReadingSettings.IN_PROGRESS_ENDPOINT)
                        .filter(Option.nameOf(InProgressEndpoint.IN_PROGRESS)::equals)
                        .isPresent()
                && found.list(ReadingSettings.STREAMS).contains(SessionStream.IN_PROGRESS.streamName());
    }

    private void filterFitsTheGetCall(String filter) {
        int size = found.list(filter).size();
        if (size > MOST_VALUES_OF_A_GET_FILTER) {
            found.add(
                    filter,
                    "%s contains %d values, but %3$s=in-progress accepts at most %4$d. Name fewer, or set %3$s=search.",
                    filter,
                    size,
                    ReadingSettings.IN_PROGRESS_ENDPOINT,
                    MOST_VALUES_OF_A_GET_FILTER);
        }
    }

    private void trustStoreCanBeRead() {
        if (found.values().get(NetworkSettings.TRUST_STORE) instanceof String location
                && found.values().get(NetworkSettings.TRUST_STORE_PASSWORD) instanceof Password password
                && found.values().get(NetworkSettings.TRUST_STORE_TYPE) instanceof String type
                && !location.isEmpty()) {
            TrustStore.of(location, password, type)
                    .problem()
                    .ifPresent(problem -> found.add(problem.setting(), "%s", problem.message()));
        }
    }
}
