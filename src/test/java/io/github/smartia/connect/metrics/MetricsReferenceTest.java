package io.github.smartia.connect.metrics;

import io.github.smartia.connect.record.CommittedText;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the table of metrics on the operations page up to date; {@code -Ddocs.write=true} rewrites it. */
class MetricsReferenceTest {

    private static final CommittedText PAGE = new CommittedText(Path.of("src/docs/operations.md"), "docs.write");
    private static final String BEGIN = "<!-- metrics:begin -->\n";
    private static final String END = "<!-- metrics:end -->\n";

    @Test
    void thePageShowsTheMetricsThatThereAre() throws IOException {
        String text = PAGE.read();
        int begin = text.indexOf(BEGIN) + BEGIN.length();

        PAGE.assertHolds(text.substring(0, begin) + MetricReference.table() + text.substring(text.indexOf(END, begin)));
    }
}
