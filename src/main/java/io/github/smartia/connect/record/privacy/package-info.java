/** What may be written of a pupil: pseudonyms, and JSON without the fields to hide. Knows names alone, no record or schema. */
package io.github.smartia.connect.record.privacy;
