package io.github.smartia.connect;

import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.config.OrganisationSettings;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.metrics.MetricRegistry;
import io.github.smartia.connect.metrics.OrganisationMetrics;
import io.github.smartia.connect.metrics.TaskMetrics;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.StreamOffset;
import io.github.smartia.connect.read.Batch;
import io.github.smartia.connect.read.BatchQueue;
import io.github.smartia.connect.read.KeyedContentHash;
import io.github.smartia.connect.read.OrganisationContext;
import io.github.smartia.connect.read.ReadSettings;
import io.github.smartia.connect.read.StreamFailedException;
import io.github.smartia.connect.record.BatchRecords;
import io.github.smartia.connect.schedule.OrganisationReader;
import io.github.smartia.connect.schedule.PollStagger;
import io.github.smartia.connect.schedule.ReadAhead;
import io.github.smartia.connect.schedule.ThreadedEventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * A started task: reads on its own threads, and converts batches to records in {@link #poll}. {@link #poll} and {@link
 * #close} are called by one thread.
 */
final class StartedTask implements AutoCloseable {

    /** Short, since Connect stops a task only between polls. */
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);

    private final SmartIaSourceConfig config;
    private final ThreadedEventLoop loop = new ThreadedEventLoop("smart-ia-reader");
    private final BatchQueue queue;
    private final ReadAhead readAhead;
    private final SessionsApiFactory apis;
    private final OrganisationFailures organisations;
    private final List<OrganisationReader> readers = new ArrayList<>();
    private final BatchRecords records;
    private final TaskMetrics metrics;

    private StartedTask(SmartIaSourceConfig config, MetricRegistry registry) {
        this.config = config;
        this.records = config.records();
        this.organisations = new OrganisationFailures(config);
        this.queue = BatchQueue.of(config.organisations().size());
        this.readAhead =
                ReadAhead.of(config.limits().maxConcurrent(), config.reading().pageSize());
        this.apis = new SessionsApiFactory(config, queue::mayRequest);
        this.metrics = new TaskMetrics(
                registry, names(config), config.reading().streams(), config.maxOrganisationsWithMetrics());
    }

    /**
     * Starts reading from the stored offsets.
     *
     * @param registry publishes the task's metrics until the task is closed
     * @throws RuntimeException if the task can't start; then nothing is left running
     */
    static StartedTask start(SmartIaSourceConfig config, OffsetStorageReader storage, MetricRegistry registry) {
        StartedTask task = new StartedTask(config, registry);
        try {
            StoredOffsets offsets =
                    StoredOffsets.read(storage, names(config), config.reading().streams());
            config.organisations().forEach(organisation -> task.start(organisation, offsets));
            task.organisations.requireOne();
            return task;
        } catch (RuntimeException | Error e) {
            task.close();
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
        SessionsApi api = apis.create(organisation, listener, loop.timer());
        organisations.started(organisation, api);
        KeyedContentHash hash = new KeyedContentHash(organisation.key());
        ReadSettings settings = organisation.reading();
        OrganisationContext context = new OrganisationContext(organisation.name(), settings, loop, queue, listener);
        OrganisationReader reader = new OrganisationReader(context, api, hash, offsets, readAhead);
        readers.add(reader);
        reader.start(
                config.namesOrganisations()
                        ? PollStagger.of(organisation.name(), settings.pollInterval())
                        : settings.pollInterval());
    }

    private static List<String> names(SmartIaSourceConfig config) {
        return config.organisations().stream().map(OrganisationSettings::name).toList();
    }

    /**
     * Waits briefly for batches.
     *
     * @return the next records, or none
     * @throws ConnectException if the task has failed and a person must correct the cause
     */
    List<SourceRecord> poll() throws InterruptedException {
        List<Batch> batches = takeBatches();
        if (!batches.isEmpty()) {
            // Another organisation comes first each time.
            Collections.rotate(readers, 1);
            readers.forEach(OrganisationReader::resume);
        }
        batches.forEach(batch -> metrics.of(batch.organisation()).read(batch.stream(), batch.progress()));
        return batches.stream().flatMap(batch -> records.of(batch).stream()).toList();
    }

    private List<Batch> takeBatches() throws InterruptedException {
        organisations.requireOne();
        loop.failure().ifPresent(thrown -> {
            throw FailureMessages.ofLoop(thrown);
        });
        try {
            List<Batch> batches = queue.poll(POLL_TIMEOUT);
            apis.resume();
            return batches;
        } catch (StreamFailedException e) {
            organisations.stopped(e);
            return List.of();
        }
    }

    /** Cancels all requests and stops all threads, without waiting for the API. */
    @Override
    public void close() {
        loop.close();
        organisations.close();
        apis.close();
        metrics.close();
    }
}
