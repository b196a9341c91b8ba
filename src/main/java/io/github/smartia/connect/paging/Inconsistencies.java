package io.github.smartia.connect.paging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Describes sessions that the API counts and that can't be read, each in a sentence without a full stop. Not thread-safe. */
final class Inconsistencies {

    private final List<String> sentences = new ArrayList<>();

    /** Responses that begin with these sessions can't be read; the response that begins after them can. */
    void unreadable(int sessions, Instant from) {
        sentences.add(
                "the response for " + sessions + " sessions from " + from + " on can't be read, and they are skipped");
    }

    void hidden(long total, Instant from) {
        sentences.add("the API counts " + total + " more sessions from " + from + " on and shows none of them");
    }

    void undated(long total, int shown, Instant from) {
        sentences.add("the API counts " + total + " sessions from " + from + " on and shows " + shown
                + ", all of them without a date");
    }

    /** A page shows sessions of one date, and the API rejects each request that could show the others. */
    void rejected(Instant date) {
        sentences.add("the API shows a page of sessions dated " + date + " and rejects requests for the others");
    }

    void missing(long total, int shown, Instant second) {
        sentences.add("the API counts " + total + " sessions in the second from " + second + " on and shows " + shown);
    }

    /** Returns each sentence once. */
    List<String> take() {
        List<String> taken = List.copyOf(sentences);
        sentences.clear();
        return taken;
    }
}
