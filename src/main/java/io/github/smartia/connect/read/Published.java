package io.github.smartia.connect.read;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Remembers what was published from the watermark on, so that reading there again finds what is new or changed and
 * nothing else. Not thread-safe.
 */
final class Published {

    private final Map<Long, Fingerprint> byId = new HashMap<>();
    /** In the order of publishing; holds also what was replaced since. */
    private final Deque<Fingerprint> log = new ArrayDeque<>();

    /** Whether a session was published just so, as far as its content at that time is known. */
    boolean recognises(Fingerprint fingerprint) {
        Fingerprint known = byId.get(fingerprint.id());
        if (known == null || !known.sameContentAs(fingerprint)) {
            return false;
        }
        if (!known.equals(fingerprint)) {
            add(fingerprint);
        }
        return true;
    }

    /** Whether a session was published, however it looked. */
    boolean containsId(long id) {
        return byId.containsKey(id);
    }

    void add(Fingerprint fingerprint) {
        byId.put(fingerprint.id(), fingerprint);
        log.addLast(fingerprint);
    }

    /** Forgets what will not be read again. */
    void forgetBefore(Instant watermark) {
        while (!log.isEmpty() && (isStale(log.getFirst()) || isBefore(log.getFirst(), watermark))) {
            Fingerprint first = log.removeFirst();
            if (!isStale(first)) {
                byId.remove(first.id());
            }
        }
    }

    /** What is remembered from {@code watermark} on, the last published first. */
    Iterable<Fingerprint> latestFirst(Instant watermark) {
        return () -> {
            Iterator<Fingerprint> all = log.descendingIterator();
            return Stream.iterate(all, Iterator::hasNext, rest -> rest)
                    .map(Iterator::next)
                    .filter(fingerprint -> !isStale(fingerprint) && !isBefore(fingerprint, watermark))
                    .iterator();
        };
    }

    private boolean isStale(Fingerprint logged) {
        return !logged.equals(byId.get(logged.id()));
    }

    private static boolean isBefore(Fingerprint fingerprint, Instant watermark) {
        return !watermark.equals(Instant.MIN) && fingerprint.date() < watermark.toEpochMilli();
    }
}
