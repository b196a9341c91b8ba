package io.github.smartia.connect;

import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.config.PrivacySettings;
import io.github.smartia.connect.config.ReadingSettings;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.config.TopicSettings;
import io.github.smartia.connect.read.Delivery;
import io.github.smartia.connect.read.KeyedContentHash;
import io.github.smartia.connect.read.OrganisationReader;
import io.github.smartia.connect.read.Outbox;
import io.github.smartia.connect.read.ReadSettings;
import io.github.smartia.connect.read.Stream;
import io.github.smartia.connect.read.TaskLoop;
import io.github.smartia.connect.record.DeadLetters;
import io.github.smartia.connect.record.DeliveryRecords;
import io.github.smartia.connect.record.SessionRecords;
import io.github.smartia.connect.record.SessionSchemas;
import io.github.smartia.connect.record.UserPrivacy;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * A running task: reads ahead on threads of its own, and turns what was read into records when asked. Built whole or
 * not at all. One thread calls {@link #poll} and {@link #close}.
 */
final class SessionPublisher implements AutoCloseable {

    /** The organisation of settings that name one API key alone. */
    static final String ORGANISATION = "default";

    /** How long {@link #poll} waits: Connect can stop a task only between polls. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** Sessions that may wait for {@link #poll}: enough to publish while the next pages come in. */
    private static final int OUTBOX_SESSIONS = 2_000;

    private final TaskLoop loop;
    private final SessionsApi api;
    private final OrganisationReader reader;
    private final Outbox outbox = new Outbox(OUTBOX_SESSIONS);
    private final DeliveryRecords records;

    private SessionPublisher(SmartIaSourceConfig config, StoredOffsets offsets, TaskLoop loop, SessionsApi api) {
        this.loop = loop;
        this.api = api;
        ReadSettings settings = settings(config);
        KeyedContentHash hash = new KeyedContentHash(config.api().key().value());
        reader = new OrganisationReader(
                ORGANISATION, api, settings, hash, offsets.of(ORGANISATION, settings.streams()), loop, outbox);
        records = records(config);
    }

    /**
     * Begins to read where the stored offsets say.
     *
     * @throws RuntimeException if it can't be done; then nothing is left running
     */
    static SessionPublisher start(SmartIaSourceConfig config, OffsetStorageReader offsets) {
        TaskLoop loop = new TaskLoop("smart-ia-reader");
        try {
            return start(config, new StoredOffsets(offsets), loop);
        } catch (RuntimeException e) {
            loop.close();
            throw e;
        }
    }

    private static SessionPublisher start(SmartIaSourceConfig config, StoredOffsets offsets, TaskLoop loop) {
        SessionsApi api = ApiClients.lasting(config, ORGANISATION, loop.timer());
        try {
            SessionPublisher publisher = new SessionPublisher(config, offsets, loop, api);
            publisher.reader.start();
            return publisher;
        } catch (RuntimeException e) {
            api.close();
            throw e;
        }
    }

    private static ReadSettings settings(SmartIaSourceConfig config) {
        ReadingSettings reading = config.reading();
        return new ReadSettings(
                List.copyOf(reading.streams()),
                reading.start(),
                reading.pollInterval(),
                reading.lookback(),
                reading.pageSize(),
                config.requests().maxConcurrent(),
                config.topics().tombstones(),
                config.requiresExactlyOnce(),
                config.topics().deadLetters().isPresent());
    }

    private static DeliveryRecords records(SmartIaSourceConfig config) {
        TopicSettings topics = config.topics();
        UserPrivacy privacy = privacy(config.privacy());
        SessionSchemas schemas = SessionSchemas.under(privacy);
        Map<Stream, String> byStream = new EnumMap<>(Stream.class);
        Arrays.stream(Stream.values()).forEach(stream -> byStream.put(stream, topics.of(stream)));
        return new DeliveryRecords(
                ORGANISATION,
                new SessionRecords(schemas, byStream, topics.recordTimestamp()),
                topics.deadLetters().map(topic -> new DeadLetters(topic, schemas, privacy, topics.recordTimestamp())));
    }

    private static UserPrivacy privacy(PrivacySettings settings) {
        return UserPrivacy.of(
                settings.excluded(),
                settings.pseudonymised(),
                settings.pseudonymSecret().value());
    }

    /**
     * Waits a moment for something to publish.
     *
     * @return the next records, or none
     * @throws org.apache.kafka.connect.errors.ConnectException if reading has come to an end that a person must see to
     */
    List<SourceRecord> poll() throws InterruptedException {
        List<Delivery> deliveries = Failures.explained(ORGANISATION, () -> outbox.fetch(PATIENCE));
        if (!deliveries.isEmpty()) {
            reader.readOn();
        }
        return deliveries.stream()
                .flatMap(delivery -> records.of(delivery).stream())
                .toList();
    }

    /** Gives up all requests and ends all threads, without waiting for the API. */
    @Override
    public void close() {
        loop.close();
        api.close();
    }
}
