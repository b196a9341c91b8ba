/** The files in {@code config/}, each tried as a user would use it. */
package io.github.smartia.connect.deployment;
