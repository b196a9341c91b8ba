package io.github.smartia.connect.config;

import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import io.github.smartia.connect.api.http.ApiOptions.InProgressEndpoint;
import io.github.smartia.connect.config.values.DistinctValues;
import io.github.smartia.connect.config.values.NumberRange;
import io.github.smartia.connect.config.values.Option;
import io.github.smartia.connect.config.values.StartDate;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.read.ReadSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** What to read and how often. */
final class ReadingSettings {

    static final String STREAMS = "streams";
    static final String START_DATE = "start.date";
    static final String POLL_INTERVAL = "poll.interval.ms";
    static final String LOOKBACK = "lookback.ms";
    static final String PAGE_SIZE = "page.size";
    static final String IN_PROGRESS_ENDPOINT = "in.progress.endpoint";

    static final List<String> STREAM_NAMES =
            Arrays.stream(SessionStream.values()).map(SessionStream::streamName).toList();

    private static final Option<InProgressEndpoint> ENDPOINTS = new Option<>(InProgressEndpoint.class);

    private ReadingSettings() {}

    static void define(ConfigDef definition) {
        SettingGroup group = new SettingGroup(definition, "Reading");
        String all = String.join(",", STREAM_NAMES);
        group.add(LIST, STREAMS, "Streams", all, DistinctValues.among(STREAM_NAMES), Importance.HIGH)
                .dependents(
                        IN_PROGRESS_ENDPOINT,
                        TopicSettings.COMPLETED,
                        TopicSettings.IN_PROGRESS,
                        TopicSettings.TOMBSTONES)
                .choices(Choices.of(STREAM_NAMES))
                .doc("Sessions to read: completed, in the order of their end; in-progress, in the order of their "
                        + "start. A stream that is removed keeps its offset, and continues from it when it is added "
                        + "again.");
        group.add(STRING, START_DATE, "Start date", "", new StartDate(), Importance.HIGH)
                .doc("Read sessions whose date (end date if completed, start date if in progress) is this or later. A "
                        + "date means the start of that day in UTC. Empty: all history. A stream that already has an "
                        + "offset continues from there, whatever this setting is.");
        NumberRange upToAWeek = NumberRange.between(1, Duration.ofDays(7).toMillis());
        group.add(LONG, POLL_INTERVAL, "Poll interval (ms)", 60_000L, upToAWeek, Importance.MEDIUM)
                .doc("Milliseconds between the polls of a stream that has caught up. While nothing is new, each poll "
                        + "sends one request, and every second one requests the newest sessions. A stream that has "
                        + "not caught up sends its next request immediately, within the request limits.");
        NumberRange upToAMonth = NumberRange.between(0, Duration.ofDays(31).toMillis());
        group.add(LONG, LOOKBACK, "Lookback (ms)", 86_400_000L, upToAMonth, Importance.MEDIUM)
                .doc("Milliseconds after its date within which a session that appears late or changes is still "
                        + "published. Anything later is missed. 0 is safe only if the API shows every session "
                        + "immediately and in full. With a longer lookback, more sessions are read again, and offsets "
                        + "are larger.");
        group.add(INT, PAGE_SIZE, "Page size", 100, NumberRange.between(1, 100), Importance.LOW)
                .doc("Sessions per request. The API's maximum is 100. Smaller pages need more requests.");
        String search = Option.nameOf(InProgressEndpoint.SEARCH);
        group.add(STRING, IN_PROGRESS_ENDPOINT, "In-progress endpoint", search, ENDPOINTS, Importance.LOW)
                .choices(Choices.of(ENDPOINTS.names()).shownWhenReading(SessionStream.IN_PROGRESS))
                .doc("Call that lists sessions in progress: search (POST /smart-ia/sessions/search), or in-progress "
                        + "(GET /smart-ia/sessions/in-progress) for keys or filters that require it. The call "
                        + "in-progress accepts at most 30 values of each filter. They are in its URL, which servers "
                        + "tend to log. Completed sessions are always read with search.");
    }

    /** @param startDate the text of the start date that applies to the organisation */
    static ReadSettings from(AbstractConfig config, String startDate) {
        return new ReadSettings(
                streams(config.getList(STREAMS)),
                StartDate.parse(startDate),
                Duration.ofMillis(config.getLong(POLL_INTERVAL)),
                Duration.ofMillis(config.getLong(LOOKBACK)),
                config.getInt(PAGE_SIZE),
                config.getInt(RequestSettings.MAX_CONCURRENT),
                TopicSettings.extras(config));
    }

    /** In the order of the enum. */
    private static List<SessionStream> streams(List<String> names) {
        return Arrays.stream(SessionStream.values())
                .filter(stream -> names.contains(stream.streamName()))
                .toList();
    }

    static InProgressEndpoint endpoint(AbstractConfig config) {
        return ENDPOINTS.parse(config.getString(IN_PROGRESS_ENDPOINT));
    }
}
