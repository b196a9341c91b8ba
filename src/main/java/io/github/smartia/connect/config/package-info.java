/**
 * The connector's settings: what may be set, what is refused and why, and the typed values that the rest of the
 * connector works with. A value that comes out of here is sound.
 */
package io.github.smartia.connect.config;
