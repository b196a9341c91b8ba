package io.github.smartia.connect;

import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.config.OrganisationSettings;
import io.github.smartia.connect.config.ReadingSettings;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.metrics.MetricRegistry;
import io.github.smartia.connect.metrics.OrganisationMetrics;
import io.github.smartia.connect.metrics.TaskMetrics;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.read.Delivery;
import io.github.smartia.connect.read.KeyedContentHash;
import io.github.smartia.connect.read.OrganisationReader;
import io.github.smartia.connect.read.ReadSettings;
import io.github.smartia.connect.read.StreamFailedException;
import io.github.smartia.connect.read.StreamOffset;
import io.github.smartia.connect.read.TaskLoop;
import io.github.smartia.connect.read.Workplace;
import io.github.smartia.connect.record.DeliveryRecords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * A running task: reads ahead on threads of its own, and turns what was read into records when asked. Built whole or
 * not at all. One thread calls {@link #poll} and {@link #close}.
 */
final class SessionPublisher implements AutoCloseable {

    /** How long {@link #poll} waits: Connect can stop a task only between polls. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final SmartIaSourceConfig config;
    private final TaskLoop loop = new TaskLoop("smart-ia-reader");
    private final ApiClients clients;
    private final RunningOrganisations organisations;
    private final Workplace place;
    private final DeliveryRecords records;
    private final TaskMetrics metrics;

    private SessionPublisher(SmartIaSourceConfig config, MetricRegistry registry) {
        this.config = config;
        this.records = RecordSettings.records(config);
        this.organisations = new RunningOrganisations(config);
        this.place = TaskBounds.of(config).workplace(loop);
        this.clients = new ApiClients(config);
        this.metrics = new TaskMetrics(
                registry,
                names(config),
                List.copyOf(config.reading().streams()),
                config.metrics().maxOrganisations());
    }

    /**
     * Begins to read where the stored offsets say.
     *
     * @param registry shows the task's metrics until it is closed
     * @throws RuntimeException if it can't be done; then nothing is left running
     */
    static SessionPublisher start(SmartIaSourceConfig config, OffsetStorageReader storage, MetricRegistry registry) {
        SessionPublisher publisher = new SessionPublisher(config, registry);
        try {
            StoredOffsets offsets =
                    StoredOffsets.read(storage, names(config), config.reading().streams());
            config.organisations().forEach(organisation -> publisher.start(organisation, offsets));
            publisher.organisations.requireOne();
            return publisher;
        } catch (RuntimeException e) {
            publisher.close();
            throw e;
        }
    }

    private void start(OrganisationSettings organisation, StoredOffsets offsets) {
        try {
            start(organisation, offsets.of(organisation.name()));
        } catch (ConnectException e) {
            organisations.couldNotStart(organisation, e);
            metrics.of(organisation.name()).failed();
        }
    }

    private void start(OrganisationSettings organisation, Map<SessionStream, StreamOffset> offsets) {
        OrganisationMetrics listener = metrics.of(organisation.name());
        SessionsApi api = clients.lasting(organisation, listener, loop.timer());
        organisations.started(organisation, api);
        KeyedContentHash hash = new KeyedContentHash(organisation.key().value());
        ReadSettings settings = settings(organisation);
        OrganisationReader reader =
                new OrganisationReader(organisation.name(), api, settings, hash, offsets, place, listener);
        if (config.namesOrganisations()) {
            reader.start(PollPhase.of(organisation.name(), settings.pollInterval()));
        } else {
            reader.start();
        }
    }

    private static List<String> names(SmartIaSourceConfig config) {
        return config.organisations().stream().map(OrganisationSettings::name).toList();
    }

    private ReadSettings settings(OrganisationSettings organisation) {
        ReadingSettings reading = config.reading();
        return new ReadSettings(
                List.copyOf(reading.streams()),
                organisation.start(),
                reading.pollInterval(),
                reading.lookback(),
                reading.pageSize(),
                config.requests().maxConcurrent(),
                config.topics().tombstones(),
                config.requiresExactlyOnce(),
                config.topics().deadLetters().isPresent());
    }

    /**
     * Waits a moment for something to publish.
     *
     * @return the next records, or none
     * @throws ConnectException if reading has come to an end that a person must see to
     */
    List<SourceRecord> poll() throws InterruptedException {
        List<Delivery> deliveries = fetch();
        if (!deliveries.isEmpty()) {
            place.seats().readOn();
        }
        return deliveries.stream()
                .flatMap(delivery -> records.of(delivery).stream())
                .toList();
    }

    private List<Delivery> fetch() throws InterruptedException {
        organisations.requireOne();
        loop.breakdown().ifPresent(thrown -> {
            throw Failures.ofTheLoop(thrown);
        });
        try {
            return place.outbox().fetch(PATIENCE);
        } catch (StreamFailedException e) {
            organisations.stopped(e);
            return List.of();
        }
    }

    /** Gives up all requests and ends all threads, without waiting for the API. */
    @Override
    public void close() {
        loop.close();
        organisations.close();
        clients.close();
        metrics.close();
    }
}
