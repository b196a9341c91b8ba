/**
 * The command-line tool. It shows how the API behaves ({@code check}), what reading it will take
 * ({@code plan}), and what must have arrived ({@code count}). It shares no code with the connector.
 */
package io.github.smartia.cli;
