/**
 * Sessions as Kafka Connect records: schemas, keys, values and source partitions. What is written here is a contract
 * with the readers of the topics and with the schema registry; the Avro form is kept in {@code src/main/avro}.
 */
package io.github.smartia.connect.record;
