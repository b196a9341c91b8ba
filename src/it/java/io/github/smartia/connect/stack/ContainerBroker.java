package io.github.smartia.connect.stack;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.kafka.KafkaContainer;

/** A broker in a container, by Testcontainers. */
final class ContainerBroker implements Broker {

    private static final int PORT = 9092;

    private final KafkaContainer container;

    private ContainerBroker(KafkaContainer container) {
        this.container = container;
    }

    /** The published image of the Kafka version that the stack runs. */
    static String image(StackDirectories directories) {
        return "apache/kafka:" + directories.kafka().getFileName();
    }

    static ContainerBroker start(StackDirectories directories) {
        Path log = directories.logs().resolve("broker.log");
        KafkaContainer container = new KafkaContainer(image(directories))
                .withEnv(BrokerSettings.asEnvironment())
                .withCreateContainerCmdModifier(publishingOnLoopback(PORT))
                .withLogConsumer(output -> append(output, log))
                .withStartupTimeout(Duration.ofMinutes(2));
        container.start();
        return new ContainerBroker(container);
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public void close() {
        container.stop();
    }

    /** Testcontainers would publish the port on all interfaces. */
    static Consumer<CreateContainerCmd> publishingOnLoopback(int port) {
        PortBinding binding = new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ExposedPort.tcp(port));
        return container -> {
            HostConfig host = Optional.ofNullable(container.getHostConfig()).orElseGet(HostConfig::newHostConfig);
            container.withHostConfig(host.withPortBindings(binding));
        };
    }

    private static void append(OutputFrame output, Path log) {
        Unchecked.run(() ->
                Files.writeString(log, output.getUtf8String(), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }
}
