package io.github.smartia.connect.stack;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;

/** A broker and a PostgreSQL server in containers, by Testcontainers. */
final class Containers {

    /** As in docker/compose.yaml. */
    static final String POSTGRES = "postgres:17.6";

    private static final int BROKER_PORT = 9092;
    private static final int POSTGRES_PORT = 5432;
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);

    private Containers() {}

    static String kafka(StackDirectories directories) {
        return "apache/kafka:" + directories.kafka().getFileName();
    }

    /** Whether the system property {@code stack.broker} says this: {@code auto}, {@code process} or {@code container}. */
    static boolean isSaid(String place) {
        return System.getProperty("stack.broker", "auto").equals(place);
    }

    /**
     * Why Testcontainers could not run an image; empty where it can. Docker's command line knows within seconds,
     * Testcontainers itself takes minutes to find out that an image is nowhere to be had.
     */
    static Optional<String> obstacleTo(String image) {
        if (!succeeds("docker", "version")) {
            return Optional.of("no container engine answers");
        }
        // Else it pulls an image of its own, which ends forgotten containers.
        boolean needsNoOther = Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
        if ((needsNoOther && succeeds("docker", "image", "inspect", image))
                || succeeds("docker", "manifest", "inspect", image)) {
            return Optional.empty();
        }
        return Optional.of("a container engine answers, but neither " + image
                + " nor what Testcontainers needs besides can be pulled");
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = Unchecked.get(() -> process.waitFor(20, TimeUnit.SECONDS));
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    static Broker startBroker(StackDirectories directories) {
        Path log = directories.logs().resolve("broker.log");
        KafkaContainer container = new KafkaContainer(kafka(directories))
                .withCreateContainerCmdModifier(publishingOnLoopback(BROKER_PORT))
                .withLogConsumer(output -> Unchecked.run(() -> Files.writeString(
                        log, output.getUtf8String(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)))
                .withStartupTimeout(STARTS_WITHIN);
        WorkerFile.ofBroker()
                .settings()
                .forEach((setting, value) ->
                        container.withEnv("KAFKA_" + setting.replace('.', '_').toUpperCase(Locale.ROOT), value));
        container.start();
        return new Broker.Running(container.getBootstrapServers(), container::stop);
    }

    static Postgres startPostgres(String password) {
        GenericContainer<?> container = new GenericContainer<>(POSTGRES)
                .withEnv("POSTGRES_USER", Postgres.USER)
                .withEnv("POSTGRES_PASSWORD", password)
                .withEnv("TZ", Postgres.TIME_ZONE)
                .withExposedPorts(POSTGRES_PORT)
                .withCreateContainerCmdModifier(publishingOnLoopback(POSTGRES_PORT))
                .withStartupTimeout(STARTS_WITHIN);
        container.start();
        return new Postgres(container.getMappedPort(POSTGRES_PORT), password, container::stop);
    }

    /** Testcontainers would publish the port on all interfaces. */
    private static Consumer<CreateContainerCmd> publishingOnLoopback(int port) {
        PortBinding binding = new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ExposedPort.tcp(port));
        return container -> {
            HostConfig host = Optional.ofNullable(container.getHostConfig()).orElseGet(HostConfig::newHostConfig);
            container.withHostConfig(host.withPortBindings(binding));
        };
    }
}
