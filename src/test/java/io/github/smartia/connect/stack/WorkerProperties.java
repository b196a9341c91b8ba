package io.github.smartia.connect.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/** The settings of a distributed worker on the stack. */
final class WorkerProperties {

    private final Properties properties = new Properties();

    WorkerProperties(String bootstrapServers, int restPort, String group) {
        put("bootstrap.servers", bootstrapServers);
        put("listeners", "http://127.0.0.1:" + restPort);
        put("group.id", group);
        put("offset.flush.interval.ms", "500");
        put("connector.client.config.override.policy", "All");
        putConfigProvider();
        putStorage(group);
        putQuickRebalances();
    }

    WorkerProperties withConverter(AvroConverterPlugin converter) {
        for (String role : List.of("key.converter", "value.converter")) {
            put(role, converter.className());
            converter.properties().forEach((name, value) -> put(role + "." + name, value));
        }
        return this;
    }

    WorkerProperties withPlugins(List<Path> pluginPath) {
        put("plugin.path", pluginPath.stream().map(Path::toString).collect(Collectors.joining(",")));
        put("plugin.discovery", "service_load");
        return this;
    }

    WorkerProperties with(Map<String, String> more) {
        properties.putAll(more);
        return this;
    }

    Path write(Path file) {
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, "A Connect worker of the integration tests");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + file, e);
        }
    }

    private void putStorage(String group) {
        for (String storage : List.of("config", "offset", "status")) {
            put(storage + ".storage.topic", group + "-" + storage);
            put(storage + ".storage.replication.factor", "1");
        }
        put("offset.storage.partitions", "2");
        put("status.storage.partitions", "1");
    }

    /** Lets settings name a secret in a file instead of holding it. */
    private void putConfigProvider() {
        put("config.providers", "file");
        put("config.providers.file.class", FileConfigProvider.class.getName());
    }

    /** The defaults leave the tasks of a worker that died alone for five minutes. */
    private void putQuickRebalances() {
        put("session.timeout.ms", "5000");
        put("heartbeat.interval.ms", "1000");
        put("scheduled.rebalance.max.delay.ms", "0");
    }

    private void put(String name, String value) {
        properties.setProperty(name, value);
    }
}
