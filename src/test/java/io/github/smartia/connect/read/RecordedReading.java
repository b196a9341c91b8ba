package io.github.smartia.connect.read;

import io.github.smartia.connect.model.SessionStream;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a reader tells. */
final class RecordedReading implements ReadingListener {

    private final List<Progress> progress = new ArrayList<>();
    private int inconsistencies;
    private int failures;

    @Override
    public void read(SessionStream stream, Progress piece) {
        progress.add(piece);
    }

    @Override
    public void inconsistent(SessionStream stream) {
        inconsistencies++;
    }

    @Override
    public void remaining(SessionStream stream, long sessions) {}

    @Override
    public void failed() {
        failures++;
    }

    Progress latest() {
        return progress.get(progress.size() - 1);
    }

    List<Progress> progress() {
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
