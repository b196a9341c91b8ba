/**
 * What monitoring can see of a task: one set of numbers for each organisation and stream. The numbers come in through
 * {@link io.github.smartia.connect.api.RequestListener} and {@link io.github.smartia.connect.read.ReadListener}; they go
 * out through a {@link io.github.smartia.connect.metrics.MetricRegistry}, the worker's own where it has one for plugins.
 * {@link io.github.smartia.connect.metrics.Metric} lists them.
 *
 * <p>Nothing here may end reading: what goes wrong with metrics is logged and passed over. Names and tags hold the names of
 * organisations and streams, and nothing of what the API sends.
 */
package io.github.smartia.connect.metrics;
