package io.github.smartia.connect.api;

/** The secret that opens the API. Shows itself only in the header of a request. */
public final class ApiKey {

    private final String value;

    public ApiKey(String value) {
        this.value = value;
    }

    String headerValue() {
        return value;
    }

    @Override
    public String toString() {
        return "[hidden]";
    }
}
