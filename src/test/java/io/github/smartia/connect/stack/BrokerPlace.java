package io.github.smartia.connect.stack;

import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the broker runs that integration tests share. All else about the tests is the same. */
enum BrokerPlace {
    /** In a container where that is possible, else in a child process. */
    AUTO {
        @Override
        Broker start(StackDirectories directories) {
            Optional<String> obstacle = obstacle(directories);
            return obstacle.isEmpty() ? inContainer(directories) : inProcess(directories, obstacle.orElseThrow());
        }
    },
    PROCESS {
        @Override
        Broker start(StackDirectories directories) {
            return inProcess(directories, "stack.broker=process");
        }
    },
    /** In a container; fails where that is not possible. */
    CONTAINER {
        @Override
        Broker start(StackDirectories directories) {
            obstacle(directories).ifPresent(obstacle -> {
                throw new IllegalStateException("stack.broker=container is not possible here: " + obstacle + ".");
            });
            return inContainer(directories);
        }
    };

    private static final Logger LOG = LoggerFactory.getLogger(BrokerPlace.class);

    /** What the system property {@code stack.broker} says: {@code auto}, {@code process} or {@code container}. */
    static BrokerPlace ofTheBuild() {
        return valueOf(System.getProperty("stack.broker", "auto").toUpperCase(Locale.ROOT));
    }

    /** Starts the broker and logs where. */
    abstract Broker start(StackDirectories directories);

    private static Optional<String> obstacle(StackDirectories directories) {
        return ContainerEngine.here().obstacleTo(ContainerBroker.image(directories));
    }

    private static Broker inContainer(StackDirectories directories) {
        Broker broker = ContainerBroker.start(directories);
        LOG.info(
                "The integration tests run on a broker in a container: {} by Testcontainers, at {}.",
                ContainerBroker.image(directories),
                broker.bootstrapServers());
        return broker;
    }

    private static Broker inProcess(StackDirectories directories, String reason) {
        Broker broker = ProcessBroker.start(directories);
        LOG.info(
                "The integration tests run on a broker in a child process ({}), at {}.",
                reason,
                broker.bootstrapServers());
        return broker;
    }
}
