package io.github.smartia.connect.read;

import io.github.smartia.connect.model.SessionStream;
import java.util.ArrayList;
import java.util.List;

/** Records what a listener receives. */
final class RecordedReading implements ReadListener {

    final List<ReadProgress> progress = new ArrayList<>();
    final List<Long> remaining = new ArrayList<>();
    int inconsistencies;
    int failures;

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
}
