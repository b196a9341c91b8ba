package io.github.smartia.connect.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Which requests get which fault. The first rule that applies counts, in the order in which the rules were added.
 * Thread-safe.
 */
public final class FaultScript {

    private static final int ENDLESS = Integer.MAX_VALUE;

    private record Rule(Predicate<Request> which, Fault fault, AtomicInteger left) {

        boolean takes(Request request) {
            return left.get() > 0 && which.test(request) && left.getAndDecrement() > 0;
        }
    }

    private final List<Rule> rules = new ArrayList<>();
    private final Random random;
    private long met;

    FaultScript(long seed) {
        random = new Random(seed);
    }

    public void next(int times, Fault fault) {
        next(times, any -> true, fault);
    }

    public synchronized void next(int times, Predicate<Request> which, Fault fault) {
        rules.add(new Rule(which, fault, new AtomicInteger(times)));
    }

    public void each(Predicate<Request> which, Fault fault) {
        next(ENDLESS, which, fault);
    }

    public void always(Fault fault) {
        each(any -> true, fault);
    }

    /** Applies {@code fault} to a share (0 to 1) of all requests, at random. */
    public void share(double share, Fault fault) {
        each(any -> random.nextDouble() < share, fault);
    }

    /** Removes all rules. Responses in flight keep their fault. */
    public synchronized void clear() {
        rules.clear();
    }

    /** The number of requests that got a fault. */
    public synchronized long met() {
        return met;
    }

    synchronized Optional<Fault> faultFor(Request request) {
        Optional<Fault> fault =
                rules.stream().filter(rule -> rule.takes(request)).findFirst().map(Rule::fault);
        met += fault.stream().count();
        return fault;
    }
}
