package io.github.smartia.connect.model;

import java.time.Instant;
import java.util.Optional;

/** One element of a response's {@code data}: a session, or what could not be read as one. */
public sealed interface Entry permits Session, MalformedSession {

    /** The date in {@code field}, cut to milliseconds; empty where the session has none or it can't be read. */
    Optional<Instant> date(DateField field);
}
