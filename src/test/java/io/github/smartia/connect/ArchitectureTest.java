package io.github.smartia.connect;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may use which. An entry that allows more than its package needs fails too. */
class ArchitectureTest {

    private static final String ROOT = ArchitectureTest.class.getPackageName();
    private static final String TOP = "";

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.smartia");
    private static final JavaClasses CLASSES = ALL.that(resideInAPackage(ROOT + ".."));

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("model", Set.of()),
            Map.entry("logging", Set.of()),
            Map.entry("paging", Set.of("model")),
            Map.entry("api", Set.of("model", "logging")),
            Map.entry("api.json", Set.of("model")),
            Map.entry("api.http", Set.of("api", "api.json", "model")),
            Map.entry("offset", Set.of("model")),
            Map.entry("read", Set.of("model", "offset", "paging")),
            Map.entry("schedule", Set.of("api", "logging", "model", "offset", "paging", "read")),
            Map.entry("metrics", Set.of("api", "model", "read")),
            Map.entry("record", Set.of("model", "offset", "read", "record.privacy")),
            Map.entry("record.privacy", Set.of()),
            Map.entry("config", Set.of("api", "api.http", "config.names", "config.values", "model", "read", "record")),
            Map.entry("config.names", Set.of()),
            Map.entry("config.values", Set.of("api.http")),
            Map.entry("validation", Set.of("api", "config", "model", "read")),
            Map.entry(
                    TOP,
                    Set.of(
                            "api",
                            "api.http",
                            "config",
                            "logging",
                            "metrics",
                            "model",
                            "offset",
                            "paging",
                            "read",
                            "record",
                            "schedule",
                            "validation")));

    @ParameterizedTest
    @MethodSource("packages")
    void packageUsesOnlyThoseItMayUse(String name) {
        assertThat(MAY_USE).as("packages with a rule").containsKey(name);
        assertThat(used(name)).as("used by %s", name).isEqualTo(new TreeSet<>(MAY_USE.get(name)));
    }

    static Collection<String> packages() {
        return new TreeSet<>(CLASSES.stream().map(ArchitectureTest::packageOf).toList());
    }

    private static Set<String> used(String name) {
        Set<String> used = new TreeSet<>();
        CLASSES.stream()
                .filter(type -> packageOf(type).equals(name))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .filter(type -> type.getPackageName().startsWith(ROOT))
                .map(ArchitectureTest::packageOf)
                .filter(other -> !other.equals(name))
                .forEach(used::add);
        return used;
    }

    private static String packageOf(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? TOP : name.substring(ROOT.length() + 1);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
        slices().matching("io.github.smartia.cli.(*)..")
                .should()
                .beFreeOfCycles()
                .check(ALL);
    }

    /** The tool runs without the connector and without Kafka, and the connector without the tool. */
    @Test
    void toolAndConnectorDoNotNeedEachOther() {
        assertApart("io.github.smartia.cli..", ROOT + "..", "org.apache..", "org.slf4j..");
        assertApart(ROOT + "..", "io.github.smartia.cli..", "picocli..");
    }

    private static void assertApart(String one, String... others) {
        noClasses()
                .that(resideInAPackage(one))
                .should()
                .dependOnClassesThat(resideInAnyPackage(others))
                .check(ALL);
    }

    @Test
    void noPackageHasMoreThan25Files() {
        Map<String, Integer> files = new HashMap<>();
        CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .forEach(type -> files.merge(packageOf(type), 1, Integer::sum));
        List<String> crowded = files.entrySet().stream()
                .filter(entry -> entry.getValue() > 25)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(crowded).isEmpty();
    }
}
