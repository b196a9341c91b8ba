/** Finds unknown names in a config, and the settings that were probably meant. Knows names only, no values. */
package io.github.smartia.connect.config.names;
