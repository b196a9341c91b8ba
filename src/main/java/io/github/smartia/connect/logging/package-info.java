/** Which faults of a row are logged, and how a duration reads in a message. Knows no other package. */
package io.github.smartia.connect.logging;
