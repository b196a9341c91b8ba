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
public class StackExtension implements ParameterResolver {

    private static final Logger LOG = LoggerFactory.getLogger(StackExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return store(context).getOrComputeIfAbsent(Stack.class, type -> start(), Stack.class);
    }

    /** Closes what it holds at the end of the run. */
    ExtensionContext.Store store(ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.create(getClass()));
    }

    Stack start() {
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

    /**
     * With a stack for tests that kill the broker: others would suffer. That broker is always a child process, since a
     * container comes back at another port.
     */
    public static final class Expendable extends StackExtension {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == HangingTransactions.class
                    || super.supportsParameter(parameter, context);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Stack stack = (Stack) super.resolveParameter(parameter, context);
            HangingTransactions hanging = store(context)
                    .getOrComputeIfAbsent(
                            HangingTransactions.class,
                            type -> HangingTransactions.endOn(stack.broker()),
                            HangingTransactions.class);
            return parameter.getParameter().getType() == Stack.class ? stack : hanging;
        }

        @Override
        Stack start() {
            return Stack.start(StackDirectories.ofTheBuild().apart("expendable"));
        }
    }
}
