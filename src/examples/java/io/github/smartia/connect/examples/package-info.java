/** What src/docs/consumers.md shows of reading the topics, run on the stack. */
package io.github.smartia.connect.examples;
