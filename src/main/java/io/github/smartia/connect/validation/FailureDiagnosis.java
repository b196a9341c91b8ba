package io.github.smartia.connect.validation;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.config.NetworkSettings;
import io.github.smartia.connect.config.OrganisationSettings;
import io.github.smartia.connect.config.Problem;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What to correct after a failed request, both when settings are submitted and when a task has stopped.
 *
 * @param settings the names of the settings to correct; empty if none is at fault
 * @param remedy what to do, in a sentence
 */
public record FailureDiagnosis(List<String> settings, String remedy) {

    private static final int DEEPEST_CAUSE = 10;

    private static FailureDiagnosis of(String setting, String remedy) {
        return new FailureDiagnosis(List.of(setting), remedy);
    }

    /**
     * The remedy for each kind of failure.
     *
     * @param organisation the one whose request failed
     */
    public static FailureDiagnosis of(ApiException.Kind failure, OrganisationSettings organisation) {
        String key = organisation.keySetting();
        String url = organisation.urlSetting();
        String proxy = NetworkSettings.PROXY_URL;
        return switch (failure) {
            case TRANSIENT, UNREADABLE ->
                new FailureDiagnosis(List.of(), "Check the API and the network, or raise api.max.retries.");
            case KEY_REJECTED -> of(key, "Correct " + key + ", or give the key permission to read Smart IA sessions.");
            case WRONG_URL -> of(url, "Correct " + url + ": its host or its path.");
            case UNREACHABLE ->
                of(url, "Correct " + url + ", or make that host reachable for the worker (DNS, firewall, TLS).");
            case PROXY_UNREACHABLE ->
                of(proxy, "Correct the host and port in " + proxy + ", or make the proxy reachable for the worker.");
            case PROXY_REJECTED ->
                of(
                        proxy,
                        "Correct the address, user name and password in " + proxy
                                + ", or allow the worker's requests at the proxy.");
            case REQUEST_REJECTED -> ofRequest(organisation);
        };
    }

    // Besides the URL, only the filters make one connector's request differ from another's.
    private static FailureDiagnosis ofRequest(OrganisationSettings organisation) {
        String url = organisation.urlSetting();
        List<String> filters = organisation.filters();
        return filters.isEmpty()
                ? of(
                        url,
                        "Check that " + url
                                + " is the URL of the API, and check the filter settings. If all are right, report this as a bug.")
                : new FailureDiagnosis(
                        filters,
                        "Check the values of " + String.join(", ", filters) + " and " + url
                                + ". If they are correct, report this as a bug.");
    }

    /** The settings to correct; none if the API may just be down. */
    static List<Problem> problems(ApiException failure, OrganisationSettings organisation) {
        FailureDiagnosis diagnosis = of(failure.kind(), organisation);
        List<String> blamed = isDown(failure) ? List.of() : diagnosis.settings();
        return blamed.stream()
                .map(setting -> new Problem(setting, failure.getMessage() + ". " + diagnosis.remedy()))
                .toList();
    }

    /** A known host that accepts no connection may be down. Meanwhile, users must still be able to change settings. */
    private static boolean isDown(ApiException failure) {
        return Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(cause -> cause instanceof ConnectException
                        || cause instanceof NoRouteToHostException
                        || cause instanceof SocketTimeoutException);
    }
}
