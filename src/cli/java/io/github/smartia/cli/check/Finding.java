package io.github.smartia.cli.check;

/**
 * One row of a check.
 *
 * @param seen what the API does, without any value of a session
 * @param then what the connector does in this case
 */
public record Finding(Assumption assumption, Verdict verdict, String seen, String then) {}
