package io.github.smartia.connect.stack;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link Stack} of the test run: the first that asks starts it, the end of the run closes it. Its broker
 * is where {@link BrokerPlace} says.
 */
public final class StackExtension implements ParameterResolver {

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
        return Stack.start(StackDirectories.ofTheBuild(), BrokerPlace.ofTheBuild()::start);
    }
}
