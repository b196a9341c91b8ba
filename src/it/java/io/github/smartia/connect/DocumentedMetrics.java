package io.github.smartia.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The metrics that the operations page promises. */
final class DocumentedMetrics {

    /** What their names begin with in Prometheus. */
    static final String PREFIX = "smart_ia_";

    private DocumentedMetrics() {}

    /** Their names in Prometheus. */
    static Set<String> names() throws IOException {
        return Pattern.compile(PREFIX + "[a-z0-9_]+")
                .matcher(Files.readString(Path.of("src", "docs", "operations.md")))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
