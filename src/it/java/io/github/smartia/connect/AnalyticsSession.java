package io.github.smartia.connect;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A session as the API shows it, with the columns that views have of it: null for what is missing. */
record AnalyticsSession(String organisation, JsonNode json) {

    /** All columns of the view {@code session}. */
    List<Object> row() {
        return Arrays.asList(
                text("/sessionId"),
                organisation,
                text("/status"),
                date("/startDate"),
                date("/endDate"),
                pupil(),
                text("/test/testId"),
                text("/test/testVersionId"),
                text("/test/name"),
                subject(),
                level(),
                seconds().orElse(null),
                date("/result/createdDate"),
                hasResult());
    }

    List<Object> openRow() {
        return Arrays.asList(
                text("/sessionId"),
                organisation,
                date("/startDate"),
                pupil(),
                text("/test/testId"),
                text("/test/testVersionId"),
                text("/test/name"),
                subject());
    }

    List<Object> rowWithoutResult() {
        return Arrays.asList(
                text("/sessionId"), organisation, date("/endDate"), pupil(), text("/test/testId"), subject());
    }

    boolean isOpen() {
        return text("/status").equals("IN_PROGRESS");
    }

    boolean hasResult() {
        return Stream.of("level", "duration", "createdDate").anyMatch(json.path("result")::hasNonNull);
    }

    Instant startedAt() {
        return date("/startDate");
    }

    /** The day in UTC by which the API counts it. */
    LocalDate day() {
        return LocalDate.ofInstant(date(isOpen() ? "/startDate" : "/endDate"), ZoneOffset.UTC);
    }

    String stream() {
        return isOpen() ? "in-progress" : "completed";
    }

    String pupil() {
        return text("/user/userId");
    }

    String subject() {
        return text("/test/subject");
    }

    String level() {
        return text("/result/level");
    }

    Optional<Long> seconds() {
        return Optional.ofNullable(text("/result/duration"))
                .map(duration -> Duration.parse(duration).toSeconds());
    }

    private Instant date(String path) {
        return Optional.ofNullable(text(path)).map(Instant::parse).orElse(null);
    }

    private String text(String path) {
        return json.at(path).asStringOpt().orElse(null);
    }
}
