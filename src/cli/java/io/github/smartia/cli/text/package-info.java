/** Durations as text. */
package io.github.smartia.cli.text;
