package io.github.smartia.connect.config.names;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of the connector's settings. All other names are unknown, except those of Connect and of platforms. */
public final class KnownNames {

    /** Kafka has settings in this namespace too. */
    private static final String METRICS = "metrics";

    /**
     * One typo is tolerated for each of this many characters of the setting that was probably meant: at least one, and at most
     * {@link #MAX_TYPOS}.
     */
    private static final int CHARACTERS_PER_TYPO = 5;

    private static final int MAX_TYPOS = 2;

    /** Longer than any setting. */
    private static final int LONGEST_COMPARED = 200;

    private final Set<String> names;
    private final Set<String> namespaces;
    private final String group;
    private final List<String> ofEach;

    /**
     * Takes the names of single settings, and of settings that each member of a group has.
     *
     * @param group the setting that lists the members; a setting of a member is named {@code group.MEMBER.setting}
     * @param ofEach the settings of a member, the required one first
     */
    public KnownNames(Collection<String> names, String group, List<String> ofEach) {
        this.names = Set.copyOf(names);
        this.group = group;
        this.ofEach = List.copyOf(ofEach);
        this.namespaces = names.stream()
                .filter(name -> name.contains("."))
                .map(KnownNames::namespace)
                .filter(namespace -> !namespace.equals(METRICS))
                .collect(Collectors.toCollection(HashSet::new));
        namespaces.add(group);
    }

    /** The unknown names among {@code properties}, in order. */
    public List<UnknownName> unknown(Collection<String> properties) {
        return properties.stream()
                .filter(name -> !names.contains(name) && !isOfAMember(name) && !ConnectNames.contain(name))
                .sorted()
                .map(name -> new UnknownName(name, meantBy(name)))
                .toList();
    }

    private boolean isOfAMember(String name) {
        String[] parts = name.split("\\.", 3);
        return parts.length == 3 && parts[0].equals(group) && ofEach.contains(parts[2]);
    }

    private Optional<String> meantBy(String whole) {
        String name = whole.substring(0, Math.min(whole.length(), LONGEST_COMPARED));
        String[] parts = name.split("\\.", 3);
        if (parts.length > 1 && isTypo(NameDistance.plain(parts[0]), group)) {
            String setting = parts.length == 3 ? nearest(parts[2], ofEach) : ofEach.get(0);
            return Optional.of(group + "." + parts[1] + "." + setting);
        }
        String nearest = nearest(name, names);
        String plain = NameDistance.plain(name);
        return namespaces.contains(namespace(plain)) || isTypo(plain, nearest)
                ? Optional.of(nearest)
                : Optional.empty();
    }

    private static String namespace(String name) {
        return name.split("\\.", 2)[0];
    }

    private static String nearest(String name, Collection<String> candidates) {
        String plain = NameDistance.plain(name);
        return candidates.stream()
                .sorted()
                .min(Comparator.comparingInt(candidate -> NameDistance.between(plain, candidate)))
                .orElseThrow();
    }

    private static boolean isTypo(String plain, String meant) {
        int most = Math.min(MAX_TYPOS, Math.max(1, meant.length() / CHARACTERS_PER_TYPO));
        return NameDistance.between(plain, meant) <= most;
    }
}
