package io.github.smartia.connect.stack;

import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** A PostgreSQL server in a container, by Testcontainers. */
final class ContainerPostgres implements AutoCloseable {

    /** As in docker/compose.yaml. */
    static final String IMAGE = "postgres:17.6";

    private static final int PORT = 5432;

    private final GenericContainer<?> container;

    private ContainerPostgres(GenericContainer<?> container) {
        this.container = container;
    }

    static ContainerPostgres start(String password) {
        GenericContainer<?> container = new GenericContainer<>(IMAGE)
                .withEnv("POSTGRES_USER", Postgres.USER)
                .withEnv("POSTGRES_PASSWORD", password)
                .withEnv("TZ", "Asia/Kolkata")
                .withExposedPorts(PORT)
                .withCreateContainerCmdModifier(ContainerBroker.publishingOnLoopback(PORT))
                // It restarts once, after it has made its data directory.
                .waitingFor(Wait.forLogMessage(".*ready to accept connections.*", 2))
                .withStartupTimeout(Duration.ofMinutes(2));
        container.start();
        return new ContainerPostgres(container);
    }

    int port() {
        return container.getMappedPort(PORT);
    }

    @Override
    public void close() {
        container.stop();
    }
}
