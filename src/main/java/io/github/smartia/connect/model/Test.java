package io.github.smartia.connect.model;

import java.util.Optional;

/** The assessment that was sat, and the version of it. */
public record Test(String testId, Optional<String> testVersionId, Optional<String> name, Optional<String> subject) {}
