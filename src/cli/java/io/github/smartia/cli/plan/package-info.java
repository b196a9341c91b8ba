/** The time and memory that reading an organisation takes, and the recommended settings. */
package io.github.smartia.cli.plan;
