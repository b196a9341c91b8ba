package io.github.smartia.connect.read;

import io.github.smartia.connect.model.SessionStream;

/** Hears how reading goes on. Called on the loop: it must be quick, and must not throw. */
public interface ReadListener {

    /** Takes no interest. */
    ReadListener NONE = new ReadListener() {

        @Override
        public void read(SessionStream stream, ReadProgress progress) {}

        @Override
        public void inconsistent(SessionStream stream) {}

        @Override
        public void remaining(SessionStream stream, long sessions) {}

        @Override
        public void failed() {}
    };

    /** A piece of a stream was read in which nothing was new; else its batch says so once it is handed to Connect. */
    void read(SessionStream stream, ReadProgress progress);

    /** Responses contradicted each other for good, and reading went on past the place. */
    void inconsistent(SessionStream stream);

    /** So many sessions of a backlog are left to read, as the API counts them. */
    void remaining(SessionStream stream, long sessions);

    /** Reading has come to an end that a person must see to, that of all streams of the organisation. */
    void failed();
}
