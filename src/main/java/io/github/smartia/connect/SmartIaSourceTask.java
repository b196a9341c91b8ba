package io.github.smartia.connect;

import io.github.smartia.connect.config.ConnectorVersion;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.config.TaskProperties;
import io.github.smartia.connect.metrics.MetricRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The task that Connect runs. Delegates to the {@link StartedTask} that it starts. */
public final class SmartIaSourceTask extends SourceTask {

    private static final Logger LOG = LoggerFactory.getLogger(SmartIaSourceTask.class);

    private Optional<StartedTask> started = Optional.empty();

    @Override
    public String version() {
        return ConnectorVersion.get();
    }

    @Override
    public void start(Map<String, String> props) {
        SmartIaSourceConfig config = new SmartIaSourceConfig(props);
        LOG.info("{}", StartSummary.of(config));
        config.unknownNames().forEach(message -> LOG.warn("{}", message));
        MetricRegistry metrics = MetricRegistries.of(context, props.get("name"), TaskProperties.number(props));
        started = Optional.of(StartedTask.start(config, context.offsetStorageReader(), metrics));
    }

    /** Returns within about a second, whatever the API does: Connect stops a task only between polls. */
    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        return started.orElseThrow().poll();
    }

    @Override
    public void stop() {
        started.ifPresent(StartedTask::close);
        started = Optional.empty();
    }
}
