package io.github.smartia.connect.stack;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** One Kafka node, broker and controller at once. It runs from its making on until it is closed. */
public interface Broker extends AutoCloseable {

    /** For {@code bootstrap.servers}. */
    String bootstrapServers();

    /** A client for topics, offsets and the like; the caller closes it. */
    default Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
    }

    /** Ends the broker for good; its data is gone. */
    @Override
    void close();
}
