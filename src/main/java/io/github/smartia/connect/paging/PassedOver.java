package io.github.smartia.connect.paging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What could not be read although the API counts it, as sentences without a full stop. Not thread-safe. */
final class PassedOver {

    private final List<String> sentences = new ArrayList<>();

    /** Responses that begin with these sessions can't be read, and the response that begins behind them can. */
    void unreadable(int sessions, Instant from) {
        sentences.add(
                "the response for " + sessions + " sessions from " + from + " on can't be read, and they are skipped");
    }

    void hidden(long counted, Instant from) {
        sentences.add("the API counts " + counted + " more sessions from " + from + " on and shows none of them");
    }

    void undated(long counted, int shown, Instant from) {
        sentences.add("the API counts " + counted + " sessions from " + from + " on and shows " + shown
                + ", all of them without a date");
    }

    /** A page shows sessions of one date, and the API rejects each request that could show more of them. */
    void rejected(Instant date) {
        sentences.add("the API shows a page of sessions dated " + date + " and rejects requests for the others");
    }

    void missing(long counted, int shown, Instant second) {
        sentences.add(
                "the API counts " + counted + " sessions in the second from " + second + " on and shows " + shown);
    }

    /** Each sentence once. */
    List<String> take() {
        List<String> taken = List.copyOf(sentences);
        sentences.clear();
        return taken;
    }
}
