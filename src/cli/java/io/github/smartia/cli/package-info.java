/**
 * The command-line tool. It shows how the API behaves ({@code check}), how much time and memory reading takes ({@code plan}),
 * and how many sessions must have arrived ({@code count}). It shares no code with the connector.
 */
package io.github.smartia.cli;
