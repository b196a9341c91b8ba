package io.github.smartia.cli.check;

/** What a finding means to the connector; the last is the worst. */
public enum Verdict {
    /** There was no occasion to see it. */
    NOT_SEEN("not seen"),
    OK("ok"),
    /** It works, and is not as expected. */
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
