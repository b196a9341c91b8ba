package io.github.smartia.connect.stack;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives tests the {@link Stack} of the test run: the first that asks starts it, the end of the run closes it. Its broker
 * runs in a container where that is possible, else in a child process, or where {@code stack.broker} says.
 */
public final class StackExtension implements ParameterResolver {

    private static final Logger LOG = LoggerFactory.getLogger(StackExtension.class);
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(StackExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The store closes what it holds at the end of the run.
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Stack.class, type -> start(), Stack.class);
    }

    private static Stack start() {
        return Stack.start(StackDirectories.ofTheBuild(), StackExtension::startBroker);
    }

    private static Broker startBroker(StackDirectories directories) {
        String image = Containers.kafka(directories);
        Optional<String> obstacle =
                Containers.isSaid("process") ? Optional.of("stack.broker=process") : Containers.obstacleTo(image);
        if (Containers.isSaid("container") && obstacle.isPresent()) {
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
