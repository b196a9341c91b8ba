package io.github.smartia.connect.record.privacy;

/** What becomes of a value in JSON. */
enum PrivacyAction {
    /** It is left out, with all that is in it. */
    DROP,
    /** A text, or each text of a list, is written as a pseudonym; anything else is left out. */
    PSEUDONYMISE,
    /** A pupil: of an object, or each object of a list, the documented fields are kept; anything else is left out. */
    USER,
    /** A documented field of a pupil that is written as it is. */
    KEEP_OF_USER,
    /** It is not about a pupil, as far as can be told. */
    KEEP
}
