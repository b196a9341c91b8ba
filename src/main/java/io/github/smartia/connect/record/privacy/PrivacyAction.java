package io.github.smartia.connect.record.privacy;

/** What happens to a value in JSON. */
enum PrivacyAction {
    /** It is dropped, with everything in it. */
    DROP,
    /** A text, or each text of a list, is written as a pseudonym; anything else is dropped. */
    PSEUDONYMISE,
    /** It is a pupil: the documented fields of an object, or of each object of a list, are kept; anything else is dropped. */
    USER,
    /** It is a documented field of a pupil, and is written in clear. */
    KEEP_OF_USER,
    /** Its name says nothing about a pupil. */
    KEEP
}
