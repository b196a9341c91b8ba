/**
 * Checks a config that a person submits, up to a request to the API, and says which setting to correct. Knows the settings
 * and the contract of the API, nothing of records.
 */
package io.github.smartia.connect.validation;
