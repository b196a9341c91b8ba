package io.github.smartia.connect.record;

/**
 * What is published in place of a session that can't be made into a record.
 *
 * @param error what is wrong, without any personal data
 * @param field the dotted path of the field that is wrong
 * @param json the session's JSON as it may be written
 */
record DeadLetter(String stream, String organisation, String error, String field, String json) {}
