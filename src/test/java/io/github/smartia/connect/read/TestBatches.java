package io.github.smartia.connect.read;

import java.util.Optional;

/** Progress of batches in tests. */
public final class TestBatches {

    private TestBatches() {}

    /** Published sessions, none of them late or changed. */
    public static ReadProgress progress(int sessions) {
        return new ReadProgress(sessions, 0, 0, 0, 0, 0, 0, Optional.empty(), false);
    }
}
