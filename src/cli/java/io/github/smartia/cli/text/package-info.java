/** Text for people. */
package io.github.smartia.cli.text;
