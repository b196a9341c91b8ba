/**
 * Compares what the connector relies on with what the API does. A {@code Probe} sends few requests or none, and adds findings.
 * Findings may contain names and types of fields, but never a value of a session.
 */
package io.github.smartia.cli.check;
