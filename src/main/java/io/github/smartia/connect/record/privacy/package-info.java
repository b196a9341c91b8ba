/** What may be written about a pupil: pseudonyms, and JSON without hidden fields. Knows names only, no record or schema. */
package io.github.smartia.connect.record.privacy;
