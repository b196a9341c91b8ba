package io.github.smartia.cli.check;

/** What a finding means for the connector; the last is the worst. */
public enum Verdict {
    /** The check had no opportunity to see it. */
    NOT_SEEN("not seen"),
    OK("ok"),
    /** The API works, but not as expected. */
    REMARK("REMARK"),
    /** The connector can't read this API. */
    FAILS("FAILS");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
