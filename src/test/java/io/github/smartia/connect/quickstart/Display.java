package io.github.smartia.connect.quickstart;

import java.time.Instant;
import java.util.List;

/** Shows how the streams stand; told so about once a second. */
sealed interface Display permits LiveTable, PlainLines {

    /** Shows the streams as they stood at {@code now}. */
    void show(Instant now, List<StreamSight> streams);
}
