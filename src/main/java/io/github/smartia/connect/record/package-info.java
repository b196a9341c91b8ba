/**
 * Sessions as Kafka Connect records: schemas, keys, values and source partitions. They are a contract with the consumers of
 * the topics and with the schema registry. {@code src/main/avro} contains the schemas in Avro.
 */
package io.github.smartia.connect.record;
