package io.github.smartia.cli;

/** The exit codes of the process. */
final class ExitCode {

    static final int WORKS = 0;
    static final int WORKS_WITH_REMARKS = 1;
    static final int DOES_NOT_WORK = 2;

    private ExitCode() {}
}
