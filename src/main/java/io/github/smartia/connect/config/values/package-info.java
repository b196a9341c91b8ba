/** Checks and parses the value of one setting. Knows no setting by name. */
package io.github.smartia.connect.config.values;
