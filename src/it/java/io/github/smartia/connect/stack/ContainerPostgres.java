package io.github.smartia.connect.stack;

import java.time.Duration;
import org.testcontainers.containers.GenericContainer;

/** A PostgreSQL server in a container, by Testcontainers. */
final class ContainerPostgres {

    /** As in docker/compose.yaml. */
    static final String IMAGE = "postgres:17.6";

    private static final int PORT = 5432;

    private ContainerPostgres() {}

    static Postgres start(String password) {
        GenericContainer<?> container = new GenericContainer<>(IMAGE)
                .withEnv("POSTGRES_USER", Postgres.USER)
                .withEnv("POSTGRES_PASSWORD", password)
                .withEnv("TZ", Postgres.TIME_ZONE)
                .withExposedPorts(PORT)
                .withCreateContainerCmdModifier(ContainerBroker.publishingOnLoopback(PORT))
                .withStartupTimeout(Duration.ofMinutes(2));
        container.start();
        return new Postgres(container.getMappedPort(PORT), password, container::stop);
    }
}
