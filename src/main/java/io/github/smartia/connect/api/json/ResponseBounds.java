package io.github.smartia.connect.api.json;

/**
 * How much is taken of one answer. No honest one comes near these bounds, and none makes the worker run out of memory or
 * time: an answer that goes over one is refused, mostly without reading on, and asked for again later. Ids are the
 * exception: a session with an overlong one is malformed, and the others of its page are read.
 */
public final class ResponseBounds {

    /** Bytes of the body, both as it comes and unpacked. */
    public static final int BYTES = 32 << 20;

    /** Lines before the body. */
    public static final int HEADERS = 200;

    /** Characters in one of those lines. */
    public static final int HEADER_LENGTH = 64 << 10;

    /** Objects and arrays around a value. */
    static final int DEPTH = 64;

    /** JSON tokens: names, values, and brackets. */
    static final int TOKENS = 400_000;

    /** Characters of one text. */
    static final int TEXT_LENGTH = 1 << 20;

    /** Characters of the name of one field. */
    static final int NAME_LENGTH = 1 << 10;

    /** Digits of one number. */
    static final int DIGITS = 200;

    /** Elements of {@code data}; the most that is ever asked for is 100. */
    static final int SESSIONS = 2_000;

    /** Fields of one session, with those of its user, test and result; and addresses in its {@code emails}. */
    static final int FIELDS = 1_000;

    /** Characters of an id, which goes into keys, offsets and messages. */
    static final int ID_LENGTH = 256;

    private ResponseBounds() {}
}
