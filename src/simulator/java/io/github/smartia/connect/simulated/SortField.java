package io.github.smartia.connect.simulated;

import java.util.Arrays;

/** A date that sessions are sorted and filtered by. */
enum SortField {
    START_DATE("startDate"),
    END_DATE("endDate");

    private final String apiName;

    SortField(String apiName) {
        this.apiName = apiName;
    }

    String apiName() {
        return apiName;
    }

    static SortField named(String name) {
        return Arrays.stream(values())
                .filter(field -> field.apiName.equals(name))
                .findFirst()
                .orElseThrow(() -> new BadRequest("sort.field must be startDate or endDate"));
    }
}
