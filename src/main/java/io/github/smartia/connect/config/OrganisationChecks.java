package io.github.smartia.connect.config;

import io.github.smartia.connect.config.values.ApiUrl;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that the list of organisations and the settings of each organisation fit together. */
final class OrganisationChecks {

    private OrganisationChecks() {}

    /** @param properties the names of all properties that are set */
    static void add(Findings found, Collection<String> properties) {
        if (found.values().containsKey(Organisations.NAMES)) {
            List<String> names = Organisations.names(found.values());
            keysAreSetInOneWay(found, names);
            properties.stream().sorted().forEach(property -> organisationIsNamed(found, names, property));
            keysDiffer(found, names);
        }
    }

    private static void keysAreSetInOneWay(Findings found, List<String> names) {
        if (!found.has(ApiSettings.KEY)) {
            return;
        }
        boolean set = found.text(ApiSettings.KEY).isPresent();
        if (names.isEmpty() != set) {
            found.add(
                    ApiSettings.KEY,
                    set
                            ? "api.key must not be set together with organisations, each of which has its own key. To "
                                    + "continue with the organisation of api.key, name it default in organisations, and "
                                    + "move its key to organisations.default.api.key."
                            : "api.key must not be empty. Set the key of the organisation to be read; or, to read several, "
                                    + "name them in organisations and set organisations.NAME.api.key for each.");
        }
    }

    private static void organisationIsNamed(Findings found, List<String> names, String property) {
        Organisations.ownerOf(property)
                .filter(owner -> !names.contains(owner))
                .ifPresent(owner -> found.add(
                        Organisations.NAMES,
                        "%s is set, and organisations does not name %s. Name it there, or remove its settings.",
                        property,
                        owner));
    }

    /** Two organisations with one key would publish everything twice, and each would use the full request limits of the key. */
    private static void keysDiffer(Findings found, List<String> names) {
        Map<List<Object>, String> owners = new HashMap<>();
        for (String name : names) {
            String setting = Organisations.setting(name, ApiSettings.KEY);
            found.text(setting)
                    .flatMap(key -> found.text(Organisations.setting(name, ApiSettings.URL))
                            .map(url -> owners.putIfAbsent(List.of(key, ApiUrl.parse(url)), name)))
                    .ifPresent(other -> found.add(
                            setting,
                            "%s is the key of %s too. Each organisation needs its own key: remove one of the two, or "
                                    + "correct its key.",
                            setting,
                            other));
        }
    }
}
