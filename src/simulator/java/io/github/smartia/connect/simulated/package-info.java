/**
 * A simulated CENTURY Connect API that serves real HTTP on loopback, for tests, benchmarks and the quickstart. It
 * shares no code with the connector, so that it can serve as an independent reference. All pupils in it are invented.
 */
package io.github.smartia.connect.simulated;
