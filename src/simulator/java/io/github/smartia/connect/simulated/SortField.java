package io.github.smartia.connect.simulated;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A date that sessions are sorted and filtered by. */
enum SortField {
    @JsonProperty("startDate")
    START_DATE,
    @JsonProperty("endDate")
    END_DATE
}
