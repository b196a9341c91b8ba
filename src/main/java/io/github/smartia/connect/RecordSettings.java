package io.github.smartia.connect;

import io.github.smartia.connect.config.OrganisationSettings;
import io.github.smartia.connect.config.PrivacySettings;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.config.TopicSettings;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.record.BatchRecords;
import io.github.smartia.connect.record.DeadLetters;
import io.github.smartia.connect.record.SessionRecords;
import io.github.smartia.connect.record.SessionSchemas;
import io.github.smartia.connect.record.UserPrivacy;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes records as the settings want them. */
final class RecordSettings {

    private RecordSettings() {}

    static BatchRecords records(SmartIaSourceConfig config) {
        TopicSettings topics = config.topics();
        UserPrivacy privacy = privacy(config.privacy());
        SessionSchemas schemas = SessionSchemas.under(privacy, topics.recordShape());
        Map<SessionStream, String> byStream = new EnumMap<>(SessionStream.class);
        Arrays.stream(SessionStream.values()).forEach(stream -> byStream.put(stream, topics.of(stream)));
        Map<String, String> apiKeys = config.organisations().stream()
                .collect(Collectors.toMap(
                        OrganisationSettings::name,
                        organisation -> organisation.key().value()));
        return new BatchRecords(
                new SessionRecords(schemas, byStream, topics.recordTimestamp()),
                topics.deadLetters()
                        .map(topic -> new DeadLetters(
                                topic, schemas, privacy, topics.recordTimestamp(), apiKeys, config.maxSessionBytes())));
    }

    private static UserPrivacy privacy(PrivacySettings settings) {
        return UserPrivacy.of(
                settings.excluded(),
                settings.pseudonymised(),
                settings.pseudonymSecret().value());
    }
}
