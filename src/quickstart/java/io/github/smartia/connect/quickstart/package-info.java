/**
 * The quickstart, {@code mvn -Pquickstart}: runs the packaged connector on a stack of its own and shows on the terminal
 * what arrives in the topics. {@link io.github.smartia.connect.quickstart.Quickstart} is its {@code main}.
 */
package io.github.smartia.connect.quickstart;
