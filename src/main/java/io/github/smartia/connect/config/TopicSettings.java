package io.github.smartia.connect.config;

import io.github.smartia.connect.config.values.Option;
import io.github.smartia.connect.config.values.TopicName;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.record.RecordShape;
import io.github.smartia.connect.record.RecordTimestamp;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;

/**
 * Where records go and what they look like there.
 *
 * @param completed the topic of completed sessions
 * @param inProgress the topic of sessions in progress; another than {@code completed}
 * @param deadLetters the topic of malformed sessions, another than both; where empty, a malformed session fails the task
 * @param tombstones whether a session that completes is deleted from the topic of sessions in progress
 */
public record TopicSettings(
        String completed,
        String inProgress,
        Optional<String> deadLetters,
        boolean tombstones,
        RecordTimestamp recordTimestamp,
        RecordShape recordShape) {

    static final String COMPLETED = "topic.completed";
    static final String IN_PROGRESS = "topic.in.progress";
    static final String DEAD_LETTERS = "dead.letter.topic";
    static final String TOMBSTONES = "in.progress.tombstones";
    static final String RECORD_TIMESTAMP = "record.timestamp";
    static final String RECORD_SHAPE = "record.shape";

    private static final Option<RecordTimestamp> TIMESTAMPS = new Option<>(RecordTimestamp.class);
    private static final Option<RecordShape> SHAPES = new Option<>(RecordShape.class);

    /** The topic of the records of {@code stream}. */
    public String of(SessionStream stream) {
        return stream == SessionStream.COMPLETED ? completed : inProgress;
    }

    static void define(ConfigDef definition) {
        new SettingGroup(definition, "Topics and records")
                .add(
                        COMPLETED,
                        ConfigDef.Type.STRING,
                        "smart-ia.sessions.completed",
                        new TopicName(),
                        Importance.HIGH,
                        Width.LONG,
                        "Completed sessions topic",
                        "Topic for completed sessions. Compaction keeps the newest record of each session.",
                        List.of(),
                        Choices.free().shownWhenReading(SessionStream.COMPLETED))
                .add(
                        IN_PROGRESS,
                        ConfigDef.Type.STRING,
                        "smart-ia.sessions.in-progress",
                        new TopicName(),
                        Importance.HIGH,
                        Width.LONG,
                        "In-progress sessions topic",
                        "Topic for sessions in progress. Must differ from " + COMPLETED
                                + ", since the key is the session's id in both.",
                        List.of(),
                        Choices.free().shownWhenReading(SessionStream.IN_PROGRESS))
                .add(
                        DEAD_LETTERS,
                        ConfigDef.Type.STRING,
                        "",
                        new TopicName().orEmpty(),
                        Importance.MEDIUM,
                        Width.LONG,
                        "Dead-letter topic",
                        "Topic for sessions that cannot be made into a record, or that are too large for "
                                + "one. A session is written again only if its content changes. The key is the "
                                + "session's, or a keyed hash of its content if the id is not known. The value is a "
                                + "struct DeadLetter with stream, organisation, error (what is wrong), field (where) "
                                + "and json (the session after the privacy settings). Headers smart-ia.stream, "
                                + "smart-ia.organisation, smart-ia.error and smart-ia.field repeat all but json. Must "
                                + "differ from the other topics. Let it delete by time instead of compacting it: see "
                                + "topic.creation.dead in the examples. Empty: such a session fails the task.")
                .add(
                        TOMBSTONES,
                        ConfigDef.Type.BOOLEAN,
                        true,
                        ConfigDef.LambdaValidator.with((setting, value) -> {}, () -> "true or false"),
                        Importance.MEDIUM,
                        Width.SHORT,
                        "In-progress tombstones",
                        "Whether a session gets a tombstone (a record without a value) in " + IN_PROGRESS
                                + " when it has completed. With cleanup.policy=compact, that topic is then the set of "
                                + "open sessions. Needs both streams.",
                        List.of(),
                        Choices.free().shownWhenReading(SessionStream.values()))
                .add(
                        RECORD_TIMESTAMP,
                        ConfigDef.Type.STRING,
                        Option.nameOf(RecordTimestamp.INGESTION),
                        TIMESTAMPS,
                        Importance.LOW,
                        Width.SHORT,
                        "Record timestamp",
                        "Timestamp of the records: ingestion, the time at which the producer sends them; or "
                                + "event, the session's date. With event, history older than the topic's retention may "
                                + "be deleted as soon as it is written, and brokers reject dates that are too far "
                                + "ahead of their clock (message.timestamp.after.max.ms).",
                        List.of(),
                        Choices.of(TIMESTAMPS.names()))
                .add(
                        RECORD_SHAPE,
                        ConfigDef.Type.STRING,
                        Option.nameOf(RecordShape.NESTED),
                        SHAPES,
                        Importance.MEDIUM,
                        Width.SHORT,
                        "Record shape",
                        "Shape of the values: nested, with the structs user, test and result; or flat, a "
                                + "single level of columns such as user_userId and result_level, for sinks that do not "
                                + "support structs, lists or maps. In flat, user_emails is one text joined by commas, "
                                + "unless emails is in " + PrivacySettings.EXCLUDE
                                + ", and additionalFields is the text of a JSON object. The shapes have different "
                                + "schemas: use different topics for the other shape.",
                        List.of(),
                        Choices.of(SHAPES.names()));
    }

    static TopicSettings from(AbstractConfig config) {
        return new TopicSettings(
                config.getString(COMPLETED),
                config.getString(IN_PROGRESS),
                Optional.of(config.getString(DEAD_LETTERS)).filter(topic -> !topic.isEmpty()),
                config.getBoolean(TOMBSTONES),
                TIMESTAMPS.parse(config.getString(RECORD_TIMESTAMP)),
                SHAPES.parse(config.getString(RECORD_SHAPE)));
    }
}
