package io.github.smartia.connect.config;

import io.github.smartia.connect.config.values.NumberRange;
import io.github.smartia.connect.config.values.Option;
import io.github.smartia.connect.config.values.StartDate;
import io.github.smartia.connect.config.values.StreamNames;
import io.github.smartia.connect.model.SessionStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;

/**
 * What to read and how often.
 *
 * @param streams the streams to read, at least one
 * @param start the first millisecond to read from where a stream has no offset yet; empty for all history
 * @param pollInterval from one request to the next of a stream that has caught up
 * @param lookback how long after its date a session may still show up or change
 * @param pageSize sessions to ask for in one request, 1 to 100
 */
public record ReadingSettings(
        Set<SessionStream> streams,
        Optional<Instant> start,
        Duration pollInterval,
        Duration lookback,
        int pageSize,
        InProgressEndpoint inProgressEndpoint) {

    static final String STREAMS = "streams";
    static final String START_DATE = "start.date";
    static final String POLL_INTERVAL = "poll.interval.ms";
    static final String LOOKBACK = "lookback.ms";
    static final String PAGE_SIZE = "page.size";
    static final String IN_PROGRESS_ENDPOINT = "in.progress.endpoint";

    private static final Option<InProgressEndpoint> ENDPOINTS = new Option<>(InProgressEndpoint.class);

    public ReadingSettings {
        streams = Collections.unmodifiableSet(EnumSet.copyOf(streams));
    }

    static void define(ConfigDef definition) {
        new SettingGroup(definition, "Reading")
                .add(
                        STREAMS,
                        ConfigDef.Type.LIST,
                        String.join(",", StreamNames.ALL),
                        new StreamNames(),
                        Importance.HIGH,
                        Width.MEDIUM,
                        "Streams",
                        "Sessions to read: completed, in the order of their end; in-progress, in the order "
                                + "of their start. A stream that is removed keeps its offset, and continues from it "
                                + "when it is added again.",
                        List.of(
                                IN_PROGRESS_ENDPOINT,
                                TopicSettings.COMPLETED,
                                TopicSettings.IN_PROGRESS,
                                TopicSettings.TOMBSTONES),
                        Choices.of(StreamNames.ALL))
                .add(
                        START_DATE,
                        ConfigDef.Type.STRING,
                        "",
                        new StartDate(),
                        Importance.HIGH,
                        Width.MEDIUM,
                        "Start date",
                        "Read sessions whose date (end date if completed, start date if in progress) is this "
                                + "or later. A date means the start of that day in UTC; an instant counts in whole "
                                + "milliseconds; empty means all history. Without effect on a stream that already has "
                                + "an offset.")
                .add(
                        POLL_INTERVAL,
                        ConfigDef.Type.LONG,
                        60_000L,
                        NumberRange.between(1, Duration.ofDays(7).toMillis()),
                        Importance.MEDIUM,
                        Width.SHORT,
                        "Poll interval (ms)",
                        "Milliseconds between requests for each stream that has caught up. A stream that has "
                                + "not caught up sends its next request at once, within the request limits.")
                .add(
                        LOOKBACK,
                        ConfigDef.Type.LONG,
                        86_400_000L,
                        NumberRange.between(0, Duration.ofDays(31).toMillis()),
                        Importance.MEDIUM,
                        Width.SHORT,
                        "Lookback (ms)",
                        "Milliseconds after its date within which a session that appears late or changes is "
                                + "still published. Anything later is missed. 0 relies on the API to show every "
                                + "session at once and complete. A longer lookback reads more sessions again and needs "
                                + "larger offsets.")
                .add(
                        PAGE_SIZE,
                        ConfigDef.Type.INT,
                        100,
                        NumberRange.between(1, 100),
                        Importance.LOW,
                        Width.SHORT,
                        "Page size",
                        "Sessions to request at once. The API's maximum is 100; smaller pages need more " + "requests.")
                .add(
                        IN_PROGRESS_ENDPOINT,
                        ConfigDef.Type.STRING,
                        Option.nameOf(InProgressEndpoint.SEARCH),
                        ENDPOINTS,
                        Importance.LOW,
                        Width.MEDIUM,
                        "In-progress endpoint",
                        "Call that lists sessions in progress: search (POST /smart-ia/sessions/search), or "
                                + "in-progress (GET /smart-ia/sessions/in-progress) for keys or filters that require "
                                + "it. The latter accepts at most 30 values of each filter, and includes them in its "
                                + "URL, which servers tend to log. Completed sessions are always read by search.",
                        List.of(),
                        Choices.of(ENDPOINTS.names()).shownWhenReading(SessionStream.IN_PROGRESS));
    }

    static ReadingSettings from(AbstractConfig config) {
        return new ReadingSettings(
                StreamNames.parse(config.getList(STREAMS)),
                StartDate.parse(config.getString(START_DATE)),
                Duration.ofMillis(config.getLong(POLL_INTERVAL)),
                Duration.ofMillis(config.getLong(LOOKBACK)),
                config.getInt(PAGE_SIZE),
                ENDPOINTS.parse(config.getString(IN_PROGRESS_ENDPOINT)));
    }
}
