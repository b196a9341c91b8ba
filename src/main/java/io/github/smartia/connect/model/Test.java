package io.github.smartia.connect.model;

import java.util.Optional;

/** The assessment that the pupil sat, and its version. */
public record Test(String testId, Optional<String> testVersionId, Optional<String> name, Optional<String> subject) {}
