/**
 * Checks a config that a person submits, by a request to the API, and says which setting to correct. Knows the settings
 * and the contract of the API, but nothing about records.
 */
package io.github.smartia.connect.validation;
