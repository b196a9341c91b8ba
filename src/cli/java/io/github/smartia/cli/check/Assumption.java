package io.github.smartia.cli.check;

import java.util.Locale;

/** What the connector relies on. */
public enum Assumption {
    SEARCH("The search call responds", "Reads both streams by it."),
    KEY("The key may read sessions", "Sends it with each request, and shows it nowhere."),
    IN_PROGRESS_CALL("The in-progress call responds", "Uses it where in.progress.endpoint=in-progress."),
    DATA_SHAPE("data is a list, flat or nested", "Reads both."),
    NOTHING("Where nothing matches, the list is empty", "Takes it for the end."),
    ORDER("Sessions come sorted by their date", "Reads from date to date."),
    NEWEST_FIRST("The newest first can be asked for", "Polls for the newest until what comes is known."),
    BOUNDS("gt and lt leave their bound out", "Reads on from the last date it has seen."),
    PRECISION("Dates are compared by the millisecond", "Bounds of its requests lie on whole seconds in any case."),
    FRACTIONS("Dates are shown with all digits", "A page from a date must show again what was seen at it."),
    TIES("Sessions of one date keep their order", "Reads them in any order."),
    DUPLICATES("A session is listed once", "Publishes it once."),
    PAGE_SIZE("Pages are as long as asked for", "Asks for page.size sessions."),
    OFFSETS("An offset skips as many sessions", "Reads pages ahead by offsets."),
    TOTAL("total counts what is shown", "Uses it to see what is left, and never as the end beside a full page."),
    DEEP_OFFSETS("Deep offsets are served", "Falls back to dates where they are not."),
    CURSOR("Cursors are texts or null", "Does not use them."),
    DATE_HEADER("Responses carry a Date header", "Believes no session's date beyond it."),
    CLOCK("Clocks agree", "Moves positions by the API's dates alone."),
    AHEAD("No session is dated ahead of the API's clock", "Publishes all, and moves its position up to that clock."),
    LATE("Sessions show up soon after their date", "Publishes what shows up within lookback.ms of its date."),
    STABILITY("What was shown is shown again", "Publishes a session again when it has changed."),
    REQUIRED("Required fields are there", "Makes each session a record."),
    FIELDS("Fields are as documented", "Makes them fields of the record."),
    DATE_FORMS("Dates have the documented form", "Reads them."),
    ENCODING("Responses are plain UTF-8", "Reads them."),
    SIZES("Sessions are small", "Reads responses of up to 32 MiB and publishes records of up to 1 MiB."),
    LATENCY("Responses come within seconds", "Waits api.response.timeout.ms (30 s by default)."),
    COMPRESSION("Responses are compressed", "Takes both."),
    RATE_HEADERS("Rate limits are told", "Goes by status 429 and Retry-After alone."),
    TRANSIENT("All requests are served", "Retries with backoff; the task stays RUNNING."),
    THROTTLING("The rate limit is known", "Slows down at 429, and recovers.");

    private final String title;
    private final String usual;

    Assumption(String title, String usual) {
        this.title = title;
        this.usual = usual;
    }

    /** The name in reports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** What the connector does where the assumption holds. */
    public String usual() {
        return usual;
    }
}
