/** Finds names in a config that are no settings, and the settings that were probably meant. Knows names alone, no values. */
package io.github.smartia.connect.config.names;
