/** How often a person hears of a fault that lasts, and how a duration reads in a message. Knows no other package. */
package io.github.smartia.connect.logging;
