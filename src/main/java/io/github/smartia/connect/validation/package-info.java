/**
 * Sends a request to the API to check a config that a person submits, and says which setting to correct. Knows the settings and
 * the contract of the API, but nothing about records.
 */
package io.github.smartia.connect.validation;
