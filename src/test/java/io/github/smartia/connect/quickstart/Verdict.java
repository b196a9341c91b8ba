package io.github.smartia.connect.quickstart;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether a quickstart that ends by itself has shown what it should. */
final class Verdict {

    private Verdict() {}

    /**
     * What arrived, in the topics and in the database.
     *
     * @throws QuickstartException where a topic got no record
     */
    static List<String> on(List<StreamSight> streams, Duration time) {
        String empty = streams.stream()
                .filter(stream -> stream.records() == 0)
                .map(StreamSight::topic)
                .collect(Collectors.joining(" and "));
        if (!empty.isEmpty()) {
            throw new QuickstartException("No record arrived in " + empty + " within " + time.toSeconds()
                    + " s. Either the API has no such sessions, or the connector could not read them: its log says.");
        }
        return List.of(
                streams.stream()
                        .map(stream ->
                                String.format(Locale.ROOT, "%,d records in %s", stream.records(), stream.topic()))
                        .collect(Collectors.joining(", ", "Ended after " + time.toSeconds() + " s: ", ".")),
                streams.stream()
                        .map(stream -> String.format(
                                Locale.ROOT, "%,d sessions %s", stream.table().rows(), stream.stream()))
                        .collect(Collectors.joining(", ", "In the database: ", ".")));
    }
}
