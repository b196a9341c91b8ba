/**
 * The connector under all that goes wrong in operation, for as long as one likes, and an exact account of every session
 * at the end: what the simulated API showed against what readers of the topics see.
 */
package io.github.smartia.connect.soak;
