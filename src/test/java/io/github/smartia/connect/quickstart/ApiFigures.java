package io.github.smartia.connect.quickstart;

/**
 * What is known of an API that runs in this process.
 *
 * @param sessions how many it holds, completed or in progress
 * @param requests how many it was sent so far
 */
record ApiFigures(long sessions, long requests) {}
