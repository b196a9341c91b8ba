package io.github.smartia.connect.stack;

import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the broker runs that integration tests share. All else about the tests is the same. */
enum BrokerPlace {
    /** In a container where that is possible, else in a child process. */
    AUTO,
    PROCESS,
    /** In a container; fails where that is not possible. */
    CONTAINER;

    private static final Logger LOG = LoggerFactory.getLogger(BrokerPlace.class);

    /** What the system property {@code stack.broker} says: {@code auto}, {@code process} or {@code container}. */
    static BrokerPlace ofTheBuild() {
        return valueOf(System.getProperty("stack.broker", "auto").toUpperCase(Locale.ROOT));
    }

    /** Starts the broker and logs where. */
    Broker start(StackDirectories directories) {
        String image = Containers.kafka(directories);
        Optional<String> obstacle =
                this == PROCESS ? Optional.of("stack.broker=process") : Containers.obstacleTo(image);
        if (this == CONTAINER && obstacle.isPresent()) {
            throw new IllegalStateException("stack.broker=container is not possible here: " + obstacle.get() + ".");
        }
        Broker broker = obstacle.isEmpty() ? Containers.startBroker(directories) : ProcessBroker.start(directories);
        LOG.info(
                "The integration tests run on a broker in a {}, at {}.",
                obstacle.map(reason -> "child process (" + reason + ")")
                        .orElse("container: " + image + " by Testcontainers"),
                broker.bootstrapServers());
        return broker;
    }
}
