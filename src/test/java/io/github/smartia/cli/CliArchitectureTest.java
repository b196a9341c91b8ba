package io.github.smartia.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The tool runs without the connector and without Kafka, and the connector without the tool. */
class CliArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.smartia");

    @Test
    void toolAndConnectorDoNotNeedEachOther() {
        assertApart("io.github.smartia.cli..", "io.github.smartia.connect..", "org.apache..", "org.slf4j..");
        assertApart("io.github.smartia.connect..", "io.github.smartia.cli..", "picocli..");
    }

    private static void assertApart(String one, String... others) {
        noClasses()
                .that()
                .resideInAPackage(one)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.github.smartia.cli.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
