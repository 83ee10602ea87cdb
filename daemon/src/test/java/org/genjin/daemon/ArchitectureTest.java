package org.genjin.daemon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The arrows between modules, layers and libraries. */
class ArchitectureTest {

    private static final String DAEMON = "org.genjin.daemon";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests"))
            .importPackages("org.genjin");

    @Test
    void configAndIndexKnowNothingOfTheOthers() {
        noClasses().that().resideInAPackage("org.genjin.config..").should().dependOnClassesThat()
                .resideInAnyPackage("org.genjin.index..", "org.genjin.connectors..", DAEMON + "..").check(CLASSES);
        noClasses().that().resideInAPackage("org.genjin.index..").should().dependOnClassesThat()
                .resideInAnyPackage("org.genjin.config..", "org.genjin.connectors..", DAEMON + "..").check(CLASSES);
    }

    @Test
    void connectorsKnowConfigurationOnly() {
        noClasses().that().resideInAPackage("org.genjin.connectors..").should().dependOnClassesThat()
                .resideInAnyPackage("org.genjin.index..", DAEMON + "..").check(CLASSES);
    }

    @Test
    void nobodyButTheFrontDoorNamesAConnector() {
        noClasses().that().resideInAPackage(DAEMON + "..").should().dependOnClassesThat()
                .resideInAnyPackage("org.genjin.connectors.*..").check(CLASSES);
        noClasses().that().resideInAPackage("org.genjin.connectors")
                .and().doNotHaveSimpleName("Connectors")
                .and().haveNameNotMatching(".*Connectors\\$.*")
                .should().dependOnClassesThat().resideInAnyPackage("org.genjin.connectors.*..").check(CLASSES);
    }

    @Test
    void inTheDaemonArrowsOnlyGoDown() {
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage(DAEMON + "..")
                .layer("root").definedBy(DAEMON)
                .layer("doors").definedBy(DAEMON + ".cli", DAEMON + ".web", DAEMON + ".schedule")
                .layer("demo").definedBy(DAEMON + ".demo")
                .layer("work").definedBy(DAEMON + ".ingest", DAEMON + ".reminder", DAEMON + ".draft", DAEMON + ".outbox", DAEMON + ".answer",
                        DAEMON + ".workbook..", DAEMON + ".find", DAEMON + ".report",
                        DAEMON + ".decision", DAEMON + ".verify", DAEMON + ".privacy", DAEMON + ".customerlist..", DAEMON + ".crm")
                .layer("ledger").definedBy(DAEMON + ".ledger")
                .layer("rules").definedBy(DAEMON + ".followup", DAEMON + ".calendar", DAEMON + ".customer", DAEMON + ".reading..", DAEMON + ".words",
                        DAEMON + ".provider", DAEMON + ".party", DAEMON + ".fraud", DAEMON + ".figure", DAEMON + ".reply", DAEMON + ".industry")
                .whereLayer("root").mayNotBeAccessedByAnyLayer()
                .whereLayer("demo").mayOnlyBeAccessedByLayers("root")
                .whereLayer("doors").mayOnlyBeAccessedByLayers("root")
                .whereLayer("work").mayOnlyBeAccessedByLayers("root", "doors")
                .whereLayer("ledger").mayOnlyBeAccessedByLayers("root", "doors", "work")
                .whereLayer("rules").mayOnlyBeAccessedByLayers("root", "doors", "work", "ledger")
                .check(CLASSES);
    }

    @Test
    void inTheWorkbookToo() {
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage(DAEMON + ".workbook..")
                .layer("keeping").definedBy(DAEMON + ".workbook.keeping")
                .layer("tables").definedBy(DAEMON + ".workbook")
                .layer("file").definedBy(DAEMON + ".workbook.file")
                .layer("rows").definedBy(DAEMON + ".workbook.rows")
                .layer("rules").definedBy(DAEMON + ".workbook.rules")
                .layer("picture").definedBy(DAEMON + ".workbook.picture")
                .whereLayer("keeping").mayNotBeAccessedByAnyLayer()
                .whereLayer("tables").mayOnlyBeAccessedByLayers("keeping")
                .whereLayer("file").mayOnlyBeAccessedByLayers("keeping", "tables")
                .whereLayer("rows").mayOnlyBeAccessedByLayers("tables")
                .whereLayer("rules").mayOnlyBeAccessedByLayers("keeping", "tables", "rows")
                .whereLayer("picture").mayOnlyBeAccessedByLayers("tables")
                .check(CLASSES);
    }

    @Test
    void noPackageReachesItselfThroughAnother() {
        slices().matching(DAEMON + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void eachTechnologyHasItsPlace() {
        noClasses().that().resideOutsideOfPackages(DAEMON + ".ledger..", DAEMON + ".schedule..").should()
                .dependOnClassesThat().resideInAnyPackage("java.sql..", "org.jdbi..").check(CLASSES);
        noClasses().that().resideOutsideOfPackage(DAEMON + ".schedule..").should()
                .dependOnClassesThat().resideInAPackage("org.quartz..").check(CLASSES);
        noClasses().that().resideOutsideOfPackages(DAEMON + ".workbook..", DAEMON + ".demo..", DAEMON + ".customerlist..", "org.genjin.index..",
                        "org.genjin.connectors.outlook..").should()
                .dependOnClassesThat().resideInAPackage("org.apache.poi..").check(CLASSES);
        noClasses().that().resideOutsideOfPackages(DAEMON + ".outbox..", DAEMON + ".demo..").should()
                .dependOnClassesThat().resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..").check(CLASSES);
        noClasses().that().resideOutsideOfPackage("org.genjin.index..").should()
                .dependOnClassesThat().resideInAnyPackage("org.apache.lucene..", "org.apache.tika..").check(CLASSES);
        noClasses().that().resideOutsideOfPackage(DAEMON + ".web..").should()
                .dependOnClassesThat().resideInAnyPackage("io.javalin..", "org.eclipse.jetty..").check(CLASSES);
        noClasses().that().resideOutsideOfPackage(DAEMON + ".cli..").should()
                .dependOnClassesThat().resideInAPackage("picocli..").check(CLASSES);
    }

    @Test
    void timeIsAParameter() {
        noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
        noClasses().should().callMethod(LocalDate.class, "now").check(CLASSES);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
        noClasses().that().doNotHaveFullyQualifiedName(DAEMON + ".Main")
                .and().resideOutsideOfPackage("org.genjin.index.worker..") // a process of its own
                .should().callMethod(System.class, "getenv").check(CLASSES);
    }

    @Test
    void namesSayWhatAClassIs() {
        classes().should().haveSimpleNameNotEndingWith("Impl")
                .andShould().haveSimpleNameNotEndingWith("Util")
                .andShould().haveSimpleNameNotEndingWith("Utils")
                .andShould().haveSimpleNameNotEndingWith("Helper")
                .andShould().haveSimpleNameNotEndingWith("Manager")
                .check(CLASSES);
    }
}
