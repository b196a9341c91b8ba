/**
 * A simulated CENTURY Connect API: real HTTP on loopback, for tests, benchmarks and the quickstart. It shares no code
 * with the connector, so that it can serve as independent truth. All pupils in it are invented.
 */
package io.github.smartia.connect.simulated;
