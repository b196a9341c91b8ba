package io.github.smartia.connect;

import io.github.smartia.connect.config.ConnectorVersion;
import io.github.smartia.connect.config.OrganisationSettings;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.logging.HumanDuration;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.record.UserPrivacy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The line logged when a task starts: what the task reads, which topics it writes to, and which pupil data it publishes. */
final class StartSummary {

    private StartSummary() {}

    static String of(SmartIaSourceConfig config) {
        return "Smart IA connector " + ConnectorVersion.get() + " reads " + organisations(config.organisations())
                + "; streams: " + streams(config.reading().streams())
                + "; start date: " + startDate(config.organisations())
                + "; lookback: " + HumanDuration.of(config.reading().lookback())
                + "; topics: " + topics(config)
                + ". " + privacy(config.privacy());
    }

    private static String organisations(List<OrganisationSettings> organisations) {
        List<String> names =
                organisations.stream().map(OrganisationSettings::name).toList();
        return names.size() + (names.size() == 1 ? " organisation (" : " organisations (") + NameList.of(names) + ")";
    }

    private static String streams(Collection<SessionStream> streams) {
        return streams.stream().map(SessionStream::streamName).collect(Collectors.joining(", "));
    }

    private static String startDate(List<OrganisationSettings> organisations) {
        List<Optional<Instant>> dates = organisations.stream()
                .map(organisation -> organisation.reading().startDate())
                .distinct()
                .toList();
        return dates.size() > 1
                ? "differs between the organisations"
                : dates.get(0).map(Instant::toString).orElse("none, all history");
    }

    private static String topics(SmartIaSourceConfig config) {
        return config.reading().streams().stream().map(config.topics()::get).collect(Collectors.joining(", "))
                + config.deadLetterTopic()
                        .map(topic -> ", dead letters " + topic)
                        .orElse(", no dead letters");
    }

    private static String privacy(UserPrivacy privacy) {
        if (privacy.excluded().isEmpty() && privacy.pseudonymised().isEmpty()) {
            return "Everything about the pupil is published in clear.";
        }
        return "User fields excluded: " + names(privacy.excluded()) + "; pseudonymised: "
                + names(privacy.pseudonymised()) + "; all others are published in clear.";
    }

    private static String names(Collection<String> fields) {
        return fields.isEmpty() ? "none" : fields.stream().sorted().collect(Collectors.joining(", "));
    }
}
