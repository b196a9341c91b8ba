package io.github.smartia.connect;

import io.github.smartia.connect.simulated.SimulatedSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A session as the API shows it, and as the rows of views have it: with null for what is missing. */
record AnalyticsSession(String organisation, JsonNode json) {

    static AnalyticsSession of(String organisation, SimulatedSession session) {
        return new AnalyticsSession(organisation, JsonMapper.shared().readTree(session.json()));
    }

    List<Object> row() {
        return Arrays.asList(
                text("/sessionId"),
                organisation,
                text("/status"),
                date("/startDate"),
                date("/endDate"),
                text("/user/userId"),
                text("/test/testId"),
                text("/test/testVersionId"),
                text("/test/name"),
                text("/test/subject"),
                text("/result/level"),
                seconds().orElse(null),
                date("/result/createdDate"),
                hasResult());
    }

    List<Object> openRow() {
        return Arrays.asList(
                text("/sessionId"),
                organisation,
                date("/startDate"),
                text("/user/userId"),
                text("/test/testId"),
                text("/test/testVersionId"),
                text("/test/name"),
                text("/test/subject"));
    }

    List<Object> unmarkedRow() {
        return Arrays.asList(
                text("/sessionId"),
                organisation,
                date("/endDate"),
                text("/user/userId"),
                text("/test/testId"),
                text("/test/subject"));
    }

    boolean isCompleted() {
        return text("/status").equals("COMPLETED");
    }

    boolean hasResult() {
        return has("/result/level") || has("/result/duration") || has("/result/createdDate");
    }

    boolean has(String path) {
        return !json.at(path).isMissingNode() && !json.at(path).isNull();
    }

    /** Null where there is none, as in a row. */
    String text(String path) {
        return has(path) ? json.at(path).asString() : null;
    }

    Instant date(String path) {
        return has(path) ? Instant.parse(text(path)) : null;
    }

    LocalDate day(String path) {
        return LocalDate.ofInstant(date(path), ZoneOffset.UTC);
    }

    Optional<Long> seconds() {
        return Optional.ofNullable(text("/result/duration"))
                .map(duration -> Duration.parse(duration).toSeconds());
    }
}
