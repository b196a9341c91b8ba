/**
 * What the connector relies on, held against what the API does. A {@code Probe} makes few requests or none, and writes
 * findings; names and types of fields may be in them, never a value of a session.
 */
package io.github.smartia.cli.check;
