package io.github.smartia.connect.read;

import io.github.smartia.connect.model.SessionStream;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a reader tells. */
final class RecordedReading implements ReadListener {

    private final List<ReadProgress> progress = new ArrayList<>();
    private final List<Long> remaining = new ArrayList<>();
    private int inconsistencies;
    private int failures;

    @Override
    public void read(SessionStream stream, ReadProgress piece) {
        progress.add(piece);
    }

    @Override
    public void inconsistent(SessionStream stream) {
        inconsistencies++;
    }

    @Override
    public void remaining(SessionStream stream, long sessions) {
        remaining.add(sessions);
    }

    @Override
    public void failed() {
        failures++;
    }

    /** How many sessions were left to read, each time that was said. */
    List<Long> remaining() {
        return remaining;
    }

    ReadProgress latest() {
        return progress.get(progress.size() - 1);
    }

    List<ReadProgress> progress() {
        return progress;
    }

    int inconsistencies() {
        return inconsistencies;
    }

    /** How often reading came to its end. */
    int failures() {
        return failures;
    }
}
