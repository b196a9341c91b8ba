package io.github.smartia.connect.read;

import io.github.smartia.connect.model.SessionStream;

/** Hears how reading goes on. Called on the loop: it must be quick, and must not throw. */
public interface ReadingListener {

    /** Takes no interest. */
    ReadingListener NONE = new ReadingListener() {

        @Override
        public void read(SessionStream stream, Progress progress) {}

        @Override
        public void inconsistent(SessionStream stream) {}

        @Override
        public void remaining(SessionStream stream, long sessions) {}

        @Override
        public void failed() {}
    };

    /** A piece of a stream was read, and what is news in it was handed over. */
    void read(SessionStream stream, Progress progress);

    /** Responses contradicted each other for good, and reading went on past the place. */
    void inconsistent(SessionStream stream);

    /** So many sessions of a backlog are left to read, as the API counts them. */
    void remaining(SessionStream stream, long sessions);

    /** Reading has come to an end that a person must see to, that of all streams of the organisation. */
    void failed();
}
