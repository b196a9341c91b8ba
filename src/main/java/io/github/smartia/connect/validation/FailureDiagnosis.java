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

/** Which setting to correct after a failure of the API, and how. */
final class FailureDiagnosis {

    private static final int DEEPEST_CAUSE = 10;

    private FailureDiagnosis() {}

    /**
     * Reads a failure.
     *
     * @param organisation whose request failed
     * @return empty where the settings are not to blame
     */
    static List<Problem> of(ApiException failure, OrganisationSettings organisation) {
        return isDown(failure) ? List.of() : blame(failure, organisation);
    }

    /** A host that was found and takes no connections may be down, and settings must be changeable meanwhile. */
    private static boolean isDown(ApiException failure) {
        return Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(cause -> cause instanceof ConnectException
                        || cause instanceof NoRouteToHostException
                        || cause instanceof SocketTimeoutException);
    }

    private static List<Problem> blame(ApiException failure, OrganisationSettings organisation) {
        return switch (failure.kind()) {
            case TRANSIENT, UNREADABLE -> List.of();
            case KEY_REFUSED ->
                blame(
                        organisation.keySetting(),
                        failure,
                        "Correct the key, or have it given the right to read sessions.");
            case WRONG_URL -> blame(organisation.urlSetting(), failure, "Correct the host or the path.");
            case UNREACHABLE ->
                blame(
                        organisation.urlSetting(),
                        failure,
                        "Correct the host, or let the worker reach it by DNS, network and TLS.");
            case PROXY_UNREACHABLE ->
                blame(
                        NetworkSettings.PROXY_URL,
                        failure,
                        "Correct the proxy's host and port, or let the worker reach it.");
            case PROXY_REFUSED ->
                blame(
                        NetworkSettings.PROXY_URL,
                        failure,
                        "Correct the proxy's address, user name and password, or have it let the worker through.");
            case REQUEST_REFUSED -> blameForRequest(failure, organisation);
        };
    }

    // Besides the URL, only the filters make one connector's request differ from another's.
    private static List<Problem> blameForRequest(ApiException failure, OrganisationSettings organisation) {
        List<String> filters = organisation.filtersInUse();
        return filters.isEmpty()
                ? blame(organisation.urlSetting(), failure, "Check that this is the URL of the API.")
                : filters.stream()
                        .flatMap(filter -> blame(filter, failure, "Check the values of this filter.").stream())
                        .toList();
    }

    private static List<Problem> blame(String setting, ApiException failure, String advice) {
        return List.of(new Problem(setting, failure.getMessage() + ". " + advice));
    }
}
