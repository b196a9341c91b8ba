package io.github.smartia.connect.read;

import io.github.smartia.connect.model.SessionStream;
import java.util.ArrayList;
import java.util.List;

/** Records what a listener receives. */
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

    /** The reported numbers of remaining sessions. */
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

    /** How often reading failed. */
    int failures() {
        return failures;
    }
}
