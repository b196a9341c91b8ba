/** When the streams of a task are read, on which thread, and how much at once. May use {@code read}. */
package io.github.smartia.connect.schedule;
