package io.github.smartia.cli.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The findings so far. For each assumption, the worst one counts, and the first of several that are equally bad. For one
 * thread.
 */
public final class Findings {

    private final List<Finding> all = new ArrayList<>();

    void ok(Assumption assumption, String seen, Object... arguments) {
        add(assumption, Verdict.OK, text(seen, arguments), assumption.usual());
    }

    void notSeen(Assumption assumption, String seen, Object... arguments) {
        add(assumption, Verdict.NOT_SEEN, text(seen, arguments), assumption.usual());
    }

    /** {@code then} says what the connector does. */
    void remark(Assumption assumption, String then, String seen, Object... arguments) {
        add(assumption, Verdict.REMARK, text(seen, arguments), then);
    }

    void fails(Assumption assumption, String then, String seen, Object... arguments) {
        add(assumption, Verdict.FAILS, text(seen, arguments), then);
    }

    private void add(Assumption assumption, Verdict verdict, String seen, String then) {
        all.add(new Finding(assumption, verdict, seen, then));
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    /** One for each assumption, in the order of assumptions. */
    public List<Finding> rows() {
        List<Finding> rows = new ArrayList<>();
        for (Assumption assumption : Assumption.values()) {
            all.stream()
                    .filter(finding -> finding.assumption() == assumption)
                    .reduce((one, other) -> other.verdict().compareTo(one.verdict()) > 0 ? other : one)
                    .ifPresentOrElse(
                            rows::add,
                            () -> rows.add(
                                    new Finding(assumption, Verdict.NOT_SEEN, "not checked", assumption.usual())));
        }
        return rows;
    }

    public Verdict worst() {
        return all.stream().map(Finding::verdict).max(Comparator.naturalOrder()).orElse(Verdict.NOT_SEEN);
    }
}
