package io.github.smartia.connect.model;

import java.time.Instant;
import java.util.Optional;

/** An element of a response's {@code data}: a session or a malformed session. */
public sealed interface Entry permits Session, MalformedSession {

    /** The date in {@code field}, truncated to milliseconds; empty if it is missing or can't be read. */
    Optional<Instant> date(DateField field);
}
