package io.github.smartia.cli.check;

import java.util.Locale;

/** What the connector relies on. */
public enum Assumption {
    SEARCH("The search call responds", "Reads both streams by it."),
    KEY("The key may read sessions", "Sends it with each request, and shows it nowhere."),
    IN_PROGRESS_CALL("The in-progress call responds", "Uses it if in.progress.endpoint=in-progress."),
    DATA_SHAPE("data is a list, flat or nested", "Reads both."),
    NOTHING("If nothing matches, the list is empty", "Treats it as the end."),
    ORDER("Sessions are sorted by their date", "Reads from date to date."),
    NEWEST_FIRST("Descending order is supported", "Requests the newest sessions until a page contains known ones."),
    BOUNDS("gt and lt exclude their bound", "Continues from the last date it has seen."),
    PRECISION("Dates are compared by the millisecond", "Sends only bounds on whole seconds."),
    FRACTIONS("Dates are shown with all digits", "Checks that a page from a date repeats what was seen at it."),
    TIES("Sessions of one date keep their order", "Reads them in any order."),
    DUPLICATES("A session is listed once", "Publishes it once."),
    PAGE_SIZE("Pages have the requested length", "Requests page.size sessions."),
    OFFSETS("An offset skips as many sessions", "Reads pages ahead by offsets."),
    TOTAL("total counts what is shown", "Estimates from it what remains. Never stops at a full page."),
    DEEP_OFFSETS("Deep offsets are served", "Falls back to dates if they fail."),
    CURSOR("Cursors are strings or null", "Does not use them."),
    DATE_HEADER("Responses carry a Date header", "Does not trust dates of sessions beyond it."),
    CLOCK("Clocks agree", "Moves positions by the API's dates only."),
    AHEAD("No session is dated ahead of the API's clock", "Publishes all. Its position does not pass that clock."),
    LATE("Sessions appear soon after their date", "Publishes sessions that appear within lookback.ms of their date."),
    STABILITY("Sessions that were shown are shown again", "Publishes a session again if it has changed."),
    REQUIRED("Required fields are there", "Publishes each session as a record."),
    FIELDS("Fields are as documented", "Writes them to fields of the record."),
    DATE_FORMS("Dates have the documented format", "Reads them."),
    ENCODING("Responses are plain UTF-8", "Reads them."),
    SIZES("Sessions are small", "Reads responses of up to 32 MiB and publishes records of up to 1 MiB."),
    LATENCY("Responses come within seconds", "Waits api.response.timeout.ms (30 s by default)."),
    COMPRESSION("Responses are compressed", "Accepts both."),
    RATE_HEADERS("Rate limits are announced", "Relies on status 429 and Retry-After only."),
    TRANSIENT("All requests are served", "Retries with backoff; the task stays RUNNING."),
    THROTTLING("The rate limit is known", "Slows down when throttled (429), and recovers.");

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

    /** What the connector does if the assumption holds. */
    public String usual() {
        return usual;
    }
}
