package io.github.smartia.connect.config;

import io.github.smartia.connect.config.values.ApiUrl;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold between the list of organisations and the settings of each. */
final class OrganisationChecks {

    private final Findings found;
    private final List<String> inOrder;
    private final Set<String> names;

    private OrganisationChecks(Map<String, ?> values) {
        this.found = new Findings(values);
        this.inOrder = Organisations.names(values);
        this.names = new HashSet<>(inOrder);
    }

    /**
     * Finds what does not fit together.
     *
     * @param values parsed values of sound settings by name
     * @param properties the names of all that is set
     */
    static List<Problem> problems(Map<String, ?> values, Collection<String> properties) {
        OrganisationChecks checks = new OrganisationChecks(values);
        if (values.containsKey(Organisations.NAMES)) {
            checks.keysAreSetInOneWay();
            properties.stream().sorted().forEach(checks::isOfANamedOrganisation);
            checks.keysDiffer();
        }
        return checks.found.problems();
    }

    private void keysAreSetInOneWay() {
        if (!found.has(ApiSettings.KEY)) {
            return;
        }
        boolean isSet = found.text(ApiSettings.KEY).isPresent();
        if (names.isEmpty() && !isSet) {
            found.complain(
                    ApiSettings.KEY,
                    "api.key must not be empty. Set the key of the organisation to be read; or, to read several, name"
                            + " them in organisations and set organisations.NAME.api.key for each.");
        }
        if (!names.isEmpty() && isSet) {
            found.complain(
                    ApiSettings.KEY,
                    "api.key must not be set together with organisations, each of which has its own key. To continue "
                            + "with the organisation of api.key, name it default in organisations, and move its key to "
                            + "organisations.default.api.key.");
        }
    }

    private void isOfANamedOrganisation(String property) {
        Organisations.ownerOf(property)
                .filter(owner -> !names.contains(owner))
                .ifPresent(owner -> found.complain(
                        Organisations.NAMES,
                        property + " is set, and organisations does not name " + owner
                                + ". Name it there, or remove its settings."));
    }

    /** Else all would be published twice, and the limits of the key would be kept by each of its readers alone. */
    private void keysDiffer() {
        Map<List<Object>, String> owners = new HashMap<>();
        for (String name : inOrder) {
            String setting = Organisations.setting(name, ApiSettings.KEY);
            found.text(setting)
                    .flatMap(key -> found.text(Organisations.setting(name, ApiSettings.URL))
                            .map(url -> owners.putIfAbsent(List.of(key, ApiUrl.parse(url)), name)))
                    .ifPresent(other -> found.complain(
                            setting,
                            setting + " is the key of " + other
                                    + " too. Each organisation needs its own key: remove one of the two, or "
                                    + "correct its key."));
        }
    }
}
