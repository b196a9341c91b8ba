package io.github.smartia.connect.stack;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * As {@link StackExtension}, with a stack for tests that kill the broker: others would suffer. That broker is always a
 * child process, since a container comes back at another port.
 */
public final class ExpendableStackExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ExpendableStackExtension.class);

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
        Stack stack = Stack.start(StackDirectories.ofTheBuild().apart("expendable"));
        stack.requireConnector();
        return stack;
    }
}
