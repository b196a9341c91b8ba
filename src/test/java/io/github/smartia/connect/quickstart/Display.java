package io.github.smartia.connect.quickstart;

/** Shows snapshots on standard output, about one a second. Safe for use by several threads. */
sealed interface Display permits LiveTable, PlainLines {

    void show(Snapshot snapshot);

    /** Leaves standard output to others, with the last snapshot on it. Nothing is shown from then on. */
    void end();
}
