package io.github.smartia.connect;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.event.EventRecodingLogger;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.SubstituteLogger;

/** A log that keeps its lines. */
public final class RecordedLog {

    private final Queue<SubstituteLoggingEvent> events = new ArrayDeque<>();
    private final Logger logger =
            new EventRecodingLogger(new SubstituteLogger(RecordedLog.class.getName(), events, false), events);

    public Logger logger() {
        return logger;
    }

    /** Drops the lines so far. */
    public void clear() {
        events.clear();
    }

    /** Each line, after its level. */
    public List<String> lines() {
        return events.stream()
                .map(event -> event.getLevel()
                        + " "
                        + MessageFormatter.arrayFormat(event.getMessage(), event.getArgumentArray())
                                .getMessage())
                .toList();
    }
}
