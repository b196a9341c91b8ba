/** The quickstart's DuckDB file: a table for each topic, kept as the topic is, and views that answer the usual questions. */
package io.github.smartia.connect.quickstart.database;
