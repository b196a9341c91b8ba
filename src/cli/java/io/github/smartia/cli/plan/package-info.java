/** What reading an organisation will take: time, memory, settings. */
package io.github.smartia.cli.plan;
