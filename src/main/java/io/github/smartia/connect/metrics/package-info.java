/**
 * The metrics of a task, for each organisation and stream. Events arrive through {@link
 * io.github.smartia.connect.api.RequestListener} and {@link io.github.smartia.connect.read.ReadListener}. A {@link
 * io.github.smartia.connect.metrics.MetricRegistry} publishes the metrics, through the worker if it supports metrics of
 * plugins. {@link io.github.smartia.connect.metrics.Metric} lists them.
 *
 * <p>A failure in this package is logged and never ends reading. Names and tags contain the names of organisations and
 * streams, and nothing from the API.
 */
package io.github.smartia.connect.metrics;
