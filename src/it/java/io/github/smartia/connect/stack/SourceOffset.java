package io.github.smartia.connect.stack;

import java.util.Map;

/** How far a source connector got in one of its partitions, as Connect's REST interface shows it. */
public record SourceOffset(Map<String, Object> partition, Map<String, Object> offset) {}
