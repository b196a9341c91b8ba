package io.github.smartia.connect.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The pupil who sat the assessment. Every component is personal data of a child.
 *
 * @param gender {@code male}, {@code female}, {@code other}, or {@code unknown}, which also stands for a missing value; empty
 *     only if the value can't be read
 * @param upn the Unique Pupil Number
 */
public record User(
        String userId,
        Optional<String> username,
        Optional<String> fullName,
        Optional<String> firstName,
        Optional<String> middleName,
        Optional<String> lastName,
        Optional<String> gender,
        Optional<String> upn,
        Optional<String> externalId,
        Optional<List<String>> emails,
        Optional<LocalDate> dateOfBirth) {

    /** The gender of a pupil whose gender is not given, as the API documents it. */
    public static final String UNKNOWN_GENDER = "unknown";

    public User {
        emails = emails.map(List::copyOf);
    }

    /** Contains nothing about the pupil, since values end up in logs. */
    @Override
    public String toString() {
        return "user";
    }
}
