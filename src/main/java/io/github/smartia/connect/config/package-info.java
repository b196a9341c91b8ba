/**
 * The connector's settings: their definitions, their checks, and the types that their consumers take. Every value that
 * this package hands out is valid.
 */
package io.github.smartia.connect.config;
