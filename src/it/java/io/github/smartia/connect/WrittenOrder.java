package io.github.smartia.connect;

import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.SourceOffset;
import io.github.smartia.connect.stack.TopicRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The records of a topic by their places in the order in which the sessions should have been written. */
final class WrittenOrder {

    private final Map<String, Integer> places = new HashMap<>();

    WrittenOrder(List<SimulatedSession> expected) {
        ExpectedRecords.ids(expected).forEach(id -> places.put(id, places.size()));
    }

    List<Integer> places(List<TopicRecord> records) {
        return PublishedRecords.ids(records).stream().map(places::get).toList();
    }

    /** The place from which reading goes on that finds these offsets of the completed stream. */
    int placeBehind(List<SourceOffset> stored) {
        return stored.stream()
                .filter(offset -> "completed".equals(offset.partition().get("stream")))
                .map(offset -> 1 + places.get((String) offset.offset().get("sessionId")))
                .findFirst()
                .orElse(0);
    }

    /** The places that do not follow on those before them. */
    static List<Integer> jumps(List<Integer> places) {
        return IntStream.range(1, places.size())
                .filter(i -> places.get(i) != places.get(i - 1) + 1)
                .mapToObj(places::get)
                .toList();
    }
}
