package io.github.smartia.connect.api.json;

/**
 * How much of one response is read. No honest response comes near these bounds, and within them none exhausts the
 * worker's memory or time. A response beyond a bound is rejected, mostly without being read to its end, and is requested
 * again later. The last two bounds apply to one session: a session beyond them is malformed, and the rest of its page is
 * read.
 */
public final class ResponseBounds {

    /** Bytes of the body, compressed and decompressed. A text within the body has no bound of its own. */
    public static final int BYTES = 32 << 20;

    /** Number of header lines. */
    public static final int HEADERS = 200;

    /** Characters in one header line. */
    public static final int HEADER_LENGTH = 64 << 10;

    /** Objects and arrays around a value. */
    static final int DEPTH = 64;

    /** Characters of the name of one field. */
    static final int NAME_LENGTH = 1 << 10;

    /** Digits of one number. */
    static final int DIGITS = 200;

    /** Elements of {@code data}; the connector requests at most 100. */
    static final int SESSIONS = 2_000;

    /** JSON tokens of one session: names, values and brackets. */
    static final int SESSION_TOKENS = 200_000;

    /** Characters of an id, which becomes part of keys, offsets and messages. */
    static final int ID_LENGTH = 256;

    private ResponseBounds() {}
}
