package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.stack.Unchecked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The largest heap before and after a collection, in megabytes, by a JVM's log of its collections. */
record GcLog(int mostBefore, int mostAfter) {

    /** Such as {@code Pause Young (Normal) (G1 Evacuation Pause) 123M->45M(256M)}. */
    private static final Pattern HEAP = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\)");

    static GcLog read(Path file) {
        return Unchecked.get(() -> {
            List<MatchResult> collections =
                    HEAP.matcher(Files.readString(file)).results().toList();
            return new GcLog(most(collections, 1), most(collections, 2));
        });
    }

    private static int most(List<MatchResult> collections, int group) {
        return collections.stream()
                .mapToInt(collection -> Integer.parseInt(collection.group(group)))
                .max()
                .orElse(0);
    }
}
