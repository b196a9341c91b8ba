package io.github.smartia.connect.config;

import static org.apache.kafka.common.config.ConfigDef.Type.BOOLEAN;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import io.github.smartia.connect.config.values.Option;
import io.github.smartia.connect.config.values.TextValidator;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.read.ReadSettings.Extra;
import io.github.smartia.connect.record.RecordShape;
import io.github.smartia.connect.record.RecordTimestamp;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.Validator;

/** The topics and the form of the records. */
final class TopicSettings {

    static final String COMPLETED = "topic.completed";
    static final String IN_PROGRESS = "topic.in.progress";
    static final String DEAD_LETTERS = "dead.letter.topic";
    static final String TOMBSTONES = "in.progress.tombstones";
    static final String RECORD_TIMESTAMP = "record.timestamp";
    static final String RECORD_SHAPE = "record.shape";

    static final Validator VALID_TOPIC = TextValidator.of(
            "a topic name",
            Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}").asMatchPredicate(),
            "must be 1 to 249 of the characters a-z, A-Z, 0-9, dot, underscore and hyphen, and must not be \".\" or \"..\".");

    private static final Option<RecordTimestamp> TIMESTAMPS = new Option<>(RecordTimestamp.class);
    private static final Option<RecordShape> SHAPES = new Option<>(RecordShape.class);

    private TopicSettings() {}

    static void define(ConfigDef definition) {
        SettingGroup group = new SettingGroup(definition, "Topics and records");
        String completed = "smart-ia.sessions.completed";
        group.add(STRING, COMPLETED, "Completed sessions topic", completed, VALID_TOPIC, Importance.HIGH)
                .choices(Choices.free().shownWhenReading(SessionStream.COMPLETED))
                .doc("Topic for completed sessions. Compaction keeps the newest record of each session.");
        String open = "smart-ia.sessions.in-progress";
        group.add(STRING, IN_PROGRESS, "In-progress sessions topic", open, VALID_TOPIC, Importance.HIGH)
                .choices(Choices.free().shownWhenReading(SessionStream.IN_PROGRESS))
                .doc("Topic for sessions in progress. Must differ from " + COMPLETED + ", because the key is the "
                        + "session's id in both.");
        group.add(STRING, DEAD_LETTERS, "Dead-letter topic", "", VALID_TOPIC, Importance.MEDIUM)
                .doc("Topic for sessions that cannot be made into a record, or that are too large for one. A session "
                        + "is written again only if its content or the API key changes. The key is the session's id, or a keyed hash "
                        + "of its content if the id is not known. The value is a struct DeadLetter with stream, "
                        + "organisation, error (what is wrong), field (where) and json (the session with the privacy "
                        + "settings applied). Headers smart-ia.stream, smart-ia.organisation, smart-ia.error and "
                        + "smart-ia.field repeat all but json. Must differ from the other topics. Set a retention time "
                        + "for it instead of compaction: see topic.creation.dead in the examples. Empty: such a "
                        + "session fails the task.");
        Validator flag = LambdaValidator.with((setting, value) -> {}, () -> "true or false");
        group.add(BOOLEAN, TOMBSTONES, "In-progress tombstones", true, flag, Importance.MEDIUM)
                .choices(Choices.free().shownWhenReading(SessionStream.COMPLETED, SessionStream.IN_PROGRESS))
                .doc("Whether a tombstone (a record without a value) is written to " + IN_PROGRESS + " when a session "
                        + "completes. With cleanup.policy=compact, that topic is then the set of open sessions. Needs "
                        + "both streams.");
        String ingestion = Option.nameOf(RecordTimestamp.INGESTION);
        group.add(STRING, RECORD_TIMESTAMP, "Record timestamp", ingestion, TIMESTAMPS, Importance.LOW)
                .choices(Choices.of(TIMESTAMPS.names()))
                .doc("Timestamp of the records: ingestion, the time at which the producer sends them; or event, the "
                        + "session's date. With event, history that is older than the topic's retention may be deleted "
                        + "as soon as it is written. With event, brokers also reject dates that are too far ahead of "
                        + "their clock (message.timestamp.after.max.ms).");
        String nested = Option.nameOf(RecordShape.NESTED);
        group.add(STRING, RECORD_SHAPE, "Record shape", nested, SHAPES, Importance.MEDIUM)
                .choices(Choices.of(SHAPES.names()))
                .doc("Shape of the values: nested, with the structs user, test and result; or flat, a single level of "
                        + "columns such as user_userId and result_level, for sinks that do not support structs, lists "
                        + "or maps. In flat, user_emails is one text joined by commas, unless emails is in "
                        + PrivacySettings.EXCLUDE + ", and additionalFields is the text of a JSON object. The shapes "
                        + "have different schemas. If you change the shape, set new topics.");
    }

    /** The topic of each stream. */
    static Map<SessionStream, String> topics(AbstractConfig config) {
        return Arrays.stream(SessionStream.values())
                .collect(Collectors.toUnmodifiableMap(stream -> stream, stream -> config.getString(topicOf(stream))));
    }

    /** The setting of a stream's topic. */
    static String topicOf(SessionStream stream) {
        return switch (stream) {
            case COMPLETED -> COMPLETED;
            case IN_PROGRESS -> IN_PROGRESS;
        };
    }

    /** What is written besides sessions. */
    static Set<Extra> extras(AbstractConfig config) {
        Set<Extra> extras = EnumSet.noneOf(Extra.class);
        if (config.getBoolean(TOMBSTONES)) {
            extras.add(Extra.TOMBSTONES);
        }
        deadLetters(config).ifPresent(topic -> extras.add(Extra.DEAD_LETTERS));
        return extras;
    }

    static Optional<String> deadLetters(AbstractConfig config) {
        return Optional.of(config.getString(DEAD_LETTERS)).filter(topic -> !topic.isEmpty());
    }

    static RecordTimestamp timestamp(AbstractConfig config) {
        return TIMESTAMPS.parse(config.getString(RECORD_TIMESTAMP));
    }

    static RecordShape shape(AbstractConfig config) {
        return SHAPES.parse(config.getString(RECORD_SHAPE));
    }
}
