/**
 * Looks through all that a run leaves behind for what it must not leave: personal data of pupils, and secrets. {@link
 * io.github.smartia.connect.secrets.SecretsIT} says what "all" is.
 */
package io.github.smartia.connect.secrets;
