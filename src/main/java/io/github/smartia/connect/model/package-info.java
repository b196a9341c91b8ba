/**
 * Sessions, streams, queries and pages: immutable values. Uses no other package. Fields that the API may omit are {@link
 * java.util.Optional}; no component is null.
 */
package io.github.smartia.connect.model;
