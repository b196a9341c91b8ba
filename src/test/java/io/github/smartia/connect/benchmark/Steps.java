package io.github.smartia.connect.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What each step of the way from an answer to a record takes, by JMH: the best iteration, for neighbours only cost time. */
record Steps(Path directory) implements Scenario {

    private static final String BYTES = "gc.alloc.rate.norm";

    @Override
    public List<Figure> measure() {
        List<Figure> figures = new ArrayList<>();
        for (RunResult result : results()) {
            String step = result.getParams().getBenchmark().replaceFirst(".*\\.", "");
            figures.add(Figure.of(
                    step + ", per session",
                    "%,.0f ns, %,.0f bytes allocated",
                    result.getPrimaryResult().getStatistics().getMin(),
                    result.getSecondaryResults().get(BYTES).getScore()));
        }
        return figures;
    }

    private Collection<RunResult> results() {
        try {
            return new org.openjdk.jmh.runner.Runner(new OptionsBuilder()
                            .include(SessionPipeline.class.getName())
                            .addProfiler(GCProfiler.class)
                            .output(directory.resolve("benchmark-jmh.log").toString())
                            .shouldFailOnError(true)
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH failed", e);
        }
    }
}
