package io.github.smartia.connect.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Which requests are to meet which fault. Rules are tried in the order they were given; the first that applies counts.
 * Safe for use by several threads.
 */
public final class FaultScript {

    private static final int ENDLESS = Integer.MAX_VALUE;

    private static final class Rule {
        private final Predicate<Request> which;
        private final Fault fault;
        private int left;

        Rule(Predicate<Request> which, Fault fault, int times) {
            this.which = which;
            this.fault = fault;
            this.left = times;
        }

        boolean takes(Request request) {
            boolean taken = left > 0 && which.test(request);
            if (taken && left != ENDLESS) {
                left--;
            }
            return taken;
        }
    }

    private final List<Rule> rules = new ArrayList<>();
    private final Random random;
    private long met;

    FaultScript(long seed) {
        random = new Random(seed);
    }

    /** Spoils the next {@code times} requests. */
    public void next(int times, Fault fault) {
        next(times, any -> true, fault);
    }

    /** Spoils the next {@code times} of the requests that {@code which} picks. */
    public synchronized void next(int times, Predicate<Request> which, Fault fault) {
        rules.add(new Rule(which, fault, times));
    }

    /** Spoils every request that {@code which} picks. */
    public void each(Predicate<Request> which, Fault fault) {
        next(ENDLESS, which, fault);
    }

    /** Spoils every request. */
    public void always(Fault fault) {
        each(any -> true, fault);
    }

    /** Spoils a share of all requests, picked at random by the seed. */
    public void share(double share, Fault fault) {
        each(any -> random.nextDouble() < share, fault);
    }

    /** Ends all faults; those under way stay. */
    public synchronized void clear() {
        rules.clear();
    }

    /** How many requests met a fault so far. */
    public synchronized long met() {
        return met;
    }

    synchronized Optional<Fault> faultFor(Request request) {
        Optional<Fault> fault =
                rules.stream().filter(rule -> rule.takes(request)).findFirst().map(rule -> rule.fault);
        met += fault.stream().count();
        return fault;
    }
}
