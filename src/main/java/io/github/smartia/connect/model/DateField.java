package io.github.smartia.connect.model;

/** A date of a session that the API filters and sorts by. */
public enum DateField {
    START_DATE("startDate"),
    END_DATE("endDate");

    private final String apiName;

    DateField(String apiName) {
        this.apiName = apiName;
    }

    /** The field's name in requests and responses of the API, and in the connector's source offsets. */
    public String apiName() {
        return apiName;
    }
}
