package io.github.smartia.connect.metrics;

import io.github.smartia.connect.model.SessionStream;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The metrics of a task, from its start to its end. Each organisation has metrics of its own. If there are too many
 * organisations, one set of metrics covers all of them instead. A failed organisation then gets metrics of its own, and the
 * common metrics that are not sums exclude it from then on. Safe for use by several threads.
 */
public final class TaskMetrics implements AutoCloseable {

    /** Replaces the name of an organisation, which can't contain spaces. */
    static final String ALL = "all organisations";

    /** The metrics that a failed organisation gets if there are too many organisations. None of these metrics is a sum. */
    private static final List<Metric> OF_FAILED = List.of(Metric.STATE, Metric.POSITION_LAG, Metric.TIME_SINCE_SUCCESS);

    private final Map<String, Map<SessionStream, StreamFigures>> figures = new LinkedHashMap<>();
    private final Set<String> added = new HashSet<>();
    private final MetricRegistry registry;
    private final Safely safely;
    private boolean closed;

    /**
     * Adds the metrics to the registry.
     *
     * @param registry closed with this
     * @param organisations those that the task reads
     * @param streams those that it reads of each organisation
     * @param maxOrganisations if there are more, metrics cover all of them together
     */
    public TaskMetrics(
            MetricRegistry registry,
            Collection<String> organisations,
            List<SessionStream> streams,
            int maxOrganisations) {
        this(registry, organisations, streams, maxOrganisations, Clock.systemUTC(), System::nanoTime, new Safely());
    }

    TaskMetrics(
            MetricRegistry registry,
            Collection<String> organisations,
            List<SessionStream> streams,
            int maxOrganisations,
            Clock clock,
            LongSupplier nanoTime,
            Safely safely) {
        this.registry = registry;
        this.safely = safely;
        boolean together = organisations.size() > maxOrganisations;
        Map<SessionStream, Latency> shared = new EnumMap<>(SessionStream.class);
        streams.forEach(stream -> shared.put(stream, new Latency(nanoTime)));
        for (String organisation : organisations) {
            Function<SessionStream, Latency> latency = together ? shared::get : stream -> new Latency(nanoTime);
            Map<SessionStream, StreamFigures> own = new EnumMap<>(SessionStream.class);
            streams.forEach(stream -> own.put(stream, new StreamFigures(latency.apply(stream), clock, nanoTime)));
            figures.put(organisation, own);
        }
        if (together) {
            streams.forEach(this::addTogether);
        } else {
            figures.forEach((organisation, own) -> add(organisation, List.of(Metric.values())));
        }
    }

    /** Counts the events of this organisation, which must be one of those that the task reads. */
    public OrganisationMetrics of(String organisation) {
        return new OrganisationMetrics(figures.get(organisation), () -> add(organisation, OF_FAILED), safely);
    }

    private void addTogether(SessionStream stream) {
        List<StreamFigures> all =
                figures.values().stream().map(own -> own.get(stream)).toList();
        for (Metric metric : Metric.values()) {
            add(metric, ALL, stream, () -> metric.of(all));
        }
    }

    private synchronized void add(String organisation, List<Metric> metrics) {
        if (closed || !added.add(organisation)) {
            return;
        }
        figures.get(organisation)
                .forEach((stream, own) ->
                        metrics.forEach(metric -> add(metric, organisation, stream, () -> own.value(metric))));
    }

    private void add(Metric metric, String organisation, SessionStream stream, DoubleSupplier value) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("organisation", organisation);
        tags.put("stream", stream.streamName());
        safely.run(() -> registry.add(metric.metricName(), metric.description(), tags, value));
    }

    /** Removes the metrics. */
    @Override
    public synchronized void close() {
        closed = true;
        safely.run(registry::close);
    }
}
