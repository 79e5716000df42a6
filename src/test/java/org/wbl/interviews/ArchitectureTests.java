package org.wbl.interviews;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.wbl.interviews");

    @Test
    void onlyWorkersAndTheProcessPackageKnowTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..workers..", "..process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CLASSES);
    }

    @Test
    void workersAreReachedOnlyThroughModels() {
        classes().that().resideInAPackage("..workers..").should().notBePublic().check(CLASSES);
    }

    @Test
    void nobodyReadsTheTimeButFromTheClock() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void modulesDependOnEachOtherWithoutCycles() {
        ApplicationModules.of(InterviewsApplication.class).verify();
    }
}
