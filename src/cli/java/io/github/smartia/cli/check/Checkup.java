package io.github.smartia.cli.check;

import io.github.smartia.cli.api.ApiFailure;
import io.github.smartia.cli.api.ApiFailure.Kind;
import io.github.smartia.cli.api.Requests;
import java.util.List;
import java.util.function.Consumer;

/** All probes, one after the other. */
public final class Checkup {

    /** The second look comes last, so that as much time as possible has passed. */
    private static final List<Probe> SENDING = List.of(
            new ReachProbe(),
            new ShapeProbe(),
            new BoundsProbe(),
            new TiesProbe(),
            new PagingProbe(),
            new CursorProbe(),
            new SecondLookProbe());

    private final Requests requests;
    private final boolean limitToo;
    private final Consumer<String> progress;
    private final Findings findings = new Findings();
    private final Evidence evidence = new Evidence();

    /** @param limitToo whether to look for the rate limit too */
    public Checkup(Requests requests, boolean limitToo, Consumer<String> progress) {
        this.requests = requests;
        this.limitToo = limitToo;
        this.progress = progress;
    }

    /** Runs the probes, within the maximum number of requests. */
    public Findings run() throws InterruptedException {
        try {
            for (Probe probe : SENDING) {
                probe.look(evidence, requests, findings);
                progress.accept(requests.traffic().requests() + " requests sent");
            }
        } catch (ApiFailure failure) {
            ended(failure);
        }
        if (!evidence.pages().isEmpty()) {
            new OrderProbe().look(evidence, requests, findings);
            new FieldsProbe().look(evidence, requests, findings);
            new ClockProbe().look(evidence, requests, findings);
            new TotalProbe().look(evidence, requests, findings);
        }
        new TrafficProbe().look(evidence, requests, findings);
        limit();
        return findings;
    }

    private void ended(ApiFailure failure) {
        progress.accept("Not everything could be checked: " + failure.getMessage());
        if (failure.isFinal() && failure.kind() != Kind.BUDGET) {
            ReachProbe.explain(failure, "a later request", findings);
        }
    }

    private void limit() throws InterruptedException {
        if (limitToo && findings.worst() != Verdict.FAILS) {
            new LimitProbe().look(evidence, requests, findings);
        } else {
            findings.notSeen(Assumption.THROTTLING, "not checked without --probe-limit");
        }
    }
}
