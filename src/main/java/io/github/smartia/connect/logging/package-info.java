/** Which faults are logged, and the text of durations in messages. Knows no other package. */
package io.github.smartia.connect.logging;
