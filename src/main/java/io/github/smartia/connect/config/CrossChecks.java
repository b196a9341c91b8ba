package io.github.smartia.connect.config;

import io.github.smartia.connect.api.http.InProgressEndpoint;
import io.github.smartia.connect.config.values.Option;
import io.github.smartia.connect.model.SessionStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** What the validator of one setting can't see. A setting that is not there is not judged. */
final class CrossChecks {

    private static final int MOST_VALUES_OF_A_GET_FILTER = 30;

    private final Map<String, ?> values;
    private final Findings found;

    private CrossChecks(Map<String, ?> values) {
        this.values = values;
        this.found = new Findings(values);
    }

    /**
     * Finds all that does not fit together.
     *
     * @param values parsed values of sound settings by name
     * @param properties all that is set
     */
    static List<Problem> all(Map<String, ?> values, Map<String, ?> properties) {
        return Stream.of(
                        problems(values),
                        PrivacyChecks.problems(values, properties),
                        OrganisationChecks.problems(values, properties.keySet()))
                .flatMap(List::stream)
                .toList();
    }

    /** @throws ConfigException if something does not fit together */
    static void require(Map<String, ?> values, Map<String, ?> properties) {
        List<Problem> problems = all(values, properties);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems.stream().map(Problem::message).collect(Collectors.joining(" ")));
        }
    }

    /** Of these checks alone. */
    static List<Problem> problems(Map<String, ?> values) {
        CrossChecks checks = new CrossChecks(values);
        checks.nothingIsNull();
        checks.backoffGrows();
        checks.topicsDiffer();
        checks.deadLettersHaveATopicOfTheirOwn();
        checks.filtersFitTheGetCall();
        checks.trustStoreIsReadable();
        return checks.found.problems();
    }

    // A config sent as JSON can hold nulls, which ConfigDef takes for values.
    private void nothingIsNull() {
        values.forEach((setting, value) -> {
            if (value == null) {
                found.complain(
                        setting, setting + " must not be null. Remove the setting to use its default, if it has one.");
            }
        });
    }

    private void backoffGrows() {
        if (values.get(RequestSettings.BACKOFF) instanceof Long first
                && values.get(RequestSettings.MAX_BACKOFF) instanceof Long longest
                && longest < first) {
            found.complain(
                    RequestSettings.MAX_BACKOFF,
                    "%s (%d) must not be less than %s (%d)."
                            .formatted(RequestSettings.MAX_BACKOFF, longest, RequestSettings.BACKOFF, first));
        }
    }

    private void topicsDiffer() {
        topicIsNot(TopicSettings.IN_PROGRESS, TopicSettings.COMPLETED, "the key of both is the session's id");
    }

    private void deadLettersHaveATopicOfTheirOwn() {
        String reason = "consumers of that topic expect sessions";
        topicIsNot(TopicSettings.DEAD_LETTERS, TopicSettings.COMPLETED, reason);
        topicIsNot(TopicSettings.DEAD_LETTERS, TopicSettings.IN_PROGRESS, reason);
    }

    private void topicIsNot(String setting, String other, String reason) {
        found.text(setting)
                .filter(topic -> topic.equals(values.get(other)))
                .ifPresent(topic -> found.complain(
                        setting, "%s must not be the topic of %s (%s): %s.".formatted(setting, other, topic, reason)));
    }

    private void filtersFitTheGetCall() {
        if (readsByGetCall()) {
            FilterSettings.ALL.forEach(this::filterFitsTheGetCall);
            for (String organisation : Organisations.names(values)) {
                FilterSettings.ALL.forEach(filter -> filterFitsTheGetCall(Organisations.setting(organisation, filter)));
            }
        }
    }

    private boolean readsByGetCall() {
        return Option.nameOf(InProgressEndpoint.IN_PROGRESS).equals(values.get(ReadingSettings.IN_PROGRESS_ENDPOINT))
                && found.list(ReadingSettings.STREAMS).contains(SessionStream.IN_PROGRESS.streamName());
    }

    private void filterFitsTheGetCall(String filter) {
        int wanted = found.list(filter).size();
        if (wanted > MOST_VALUES_OF_A_GET_FILTER) {
            found.complain(
                    filter,
                    "%s contains %d values, but %3$s=in-progress accepts at most %4$d. Name fewer, or set %3$s=search."
                            .formatted(
                                    filter, wanted, ReadingSettings.IN_PROGRESS_ENDPOINT, MOST_VALUES_OF_A_GET_FILTER));
        }
    }

    private void trustStoreIsReadable() {
        if (values.get(NetworkSettings.TRUST_STORE) instanceof String location
                && values.get(NetworkSettings.TRUST_STORE_PASSWORD) instanceof Password password
                && values.get(NetworkSettings.TRUST_STORE_TYPE) instanceof String type
                && !location.isEmpty()) {
            TrustStore.of(location, password, type)
                    .problem()
                    .ifPresent(problem -> found.complain(problem.setting(), problem.message()));
        }
    }
}
