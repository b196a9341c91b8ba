package io.github.smartia.cli;

/** What the process ends with. */
final class ExitCode {

    static final int WORKS = 0;
    static final int WORKS_WITH_REMARKS = 1;
    static final int DOES_NOT_WORK = 2;

    private ExitCode() {}
}
