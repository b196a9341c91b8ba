package io.github.smartia.connect.config;

/**
 * Something that a person should correct.
 *
 * @param setting the setting to correct
 * @param message what is wrong and what to do, without the API key and without personal data
 */
record Problem(String setting, String message) {}
