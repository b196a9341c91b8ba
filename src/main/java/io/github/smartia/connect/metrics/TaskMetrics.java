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
 * The metrics of a task, from its start to its end. Each organisation shows its own, as long as there are not too many of
 * them; where there are, metrics are of all together, and of an organisation by itself only once it has failed: what is
 * worst among all leaves it out from then on. Safe for use by several threads.
 */
public final class TaskMetrics implements AutoCloseable {

    /** Stands for the name of an organisation, which has no spaces. */
    static final String ALL = "all organisations";

    /** What an organisation shows that has failed among many; none of it is ever summed up. */
    private static final List<Metric> OF_FAILED = List.of(Metric.STATE, Metric.POSITION_LAG, Metric.TIME_SINCE_SUCCESS);

    private final Map<String, Map<SessionStream, StreamFigures>> figures = new LinkedHashMap<>();
    private final Set<String> shown = new HashSet<>();
    private final MetricRegistry registry;
    private final Safely safely;
    private boolean closed;

    /**
     * Shows them from now on.
     *
     * @param registry closed with this
     * @param organisations all that the task reads
     * @param streams what it reads of each
     * @param maxOrganisations of more than so many, metrics cover all of them together
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
            streams.forEach(this::showTogether);
        } else {
            figures.forEach((organisation, own) -> show(organisation, List.of(Metric.values())));
        }
    }

    /** Takes down what happens to this organisation, which must be one of those that the task reads. */
    public OrganisationMetrics of(String organisation) {
        return new OrganisationMetrics(figures.get(organisation), () -> show(organisation, OF_FAILED), safely);
    }

    private void showTogether(SessionStream stream) {
        List<StreamFigures> all =
                figures.values().stream().map(own -> own.get(stream)).toList();
        for (Metric metric : Metric.values()) {
            show(metric, ALL, stream, () -> metric.of(all));
        }
    }

    private synchronized void show(String organisation, List<Metric> metrics) {
        if (closed || !shown.add(organisation)) {
            return;
        }
        figures.get(organisation)
                .forEach((stream, own) ->
                        metrics.forEach(metric -> show(metric, organisation, stream, () -> own.value(metric))));
    }

    private void show(Metric metric, String organisation, SessionStream stream, DoubleSupplier value) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("organisation", organisation);
        tags.put("stream", stream.streamName());
        safely.run(() -> registry.add(metric.metricName(), metric.description(), tags, value));
    }

    /** Shows nothing any more. */
    @Override
    public synchronized void close() {
        closed = true;
        safely.run(registry::close);
    }
}
