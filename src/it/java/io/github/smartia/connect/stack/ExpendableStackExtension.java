package io.github.smartia.connect.stack;

import java.util.List;
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
        return List.of(Stack.class, HangingTransactions.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The store closes what it holds at the end of the run.
        ExtensionContext.Store store = context.getRoot().getStore(NAMESPACE);
        Stack stack = store.getOrComputeIfAbsent(Stack.class, type -> start(), Stack.class);
        HangingTransactions hanging = store.getOrComputeIfAbsent(
                HangingTransactions.class, type -> operatorOf(stack), HangingTransactions.class);
        return parameter.getParameter().getType() == Stack.class ? stack : hanging;
    }

    private static HangingTransactions operatorOf(Stack stack) {
        return HangingTransactions.endAfter(HangingTransactions.LONGER_THAN_ANY_TIMEOUT, stack.broker());
    }

    private static Stack start() {
        Stack stack = Stack.start(StackDirectories.ofTheBuild().apart("expendable"));
        stack.requireConnector();
        return stack;
    }
}
