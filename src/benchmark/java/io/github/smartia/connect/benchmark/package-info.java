/**
 * The benchmark, {@code mvn -Pbenchmark}: runs the packaged connector on a stack of its own, measures how fast it reads,
 * and holds the figures against their targets. No test, and no part of {@code mvn verify}. {@link
 * io.github.smartia.connect.benchmark.Benchmark} is its {@code main}.
 *
 * <p>The simulated API runs in the benchmark's own JVM: beside it there is only a consumer that counts, and a JVM more
 * would take more from the worker than it would spare it.
 */
package io.github.smartia.connect.benchmark;
