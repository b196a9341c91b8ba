package io.github.smartia.connect.record;

/**
 * What is published instead of a session that can't be converted to a record.
 *
 * @param error what is wrong, without personal data
 * @param field the dotted path of the field that is wrong
 * @param json the session's JSON with the privacy settings applied
 */
record DeadLetter(String stream, String organisation, String error, String field, String json) {}
