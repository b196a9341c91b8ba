/** The API's own counts of sessions by day or month. */
package io.github.smartia.cli.count;
