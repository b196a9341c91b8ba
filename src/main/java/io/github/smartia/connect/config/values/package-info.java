/** What the value of one setting may be, and what it means. Knows no setting by name. */
package io.github.smartia.connect.config.values;
