package dev.broadsheet.system;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The layering: contracts, chinese ← runtime ← services ← deploy; services never depend on each other; pure cores are pure. */
@AnalyzeClasses(packages = "dev.broadsheet", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] OUTSIDE_WORLD = {
        "org.apache.kafka..",
        "org.apache.avro..",
        "io.confluent..",
        "java.sql..",
        "javax.sql..",
        "java.net.http..",
        "com.sun.net.."
    };

    @ArchTest
    static final ArchRule layers = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("contracts")
            .definedBy("dev.broadsheet.contracts..")
            .layer("chinese")
            .definedBy("dev.broadsheet.chinese..")
            .layer("runtime")
            .definedBy("dev.broadsheet.runtime..")
            .layer("ingest")
            .definedBy("dev.broadsheet.ingest..")
            .layer("enrich")
            .definedBy("dev.broadsheet.enrich..")
            .layer("sink")
            .definedBy("dev.broadsheet.sink..")
            .layer("deploy")
            .definedBy("dev.broadsheet.standalone..", "dev.broadsheet.cli..")
            .whereLayer("deploy")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("ingest")
            .mayOnlyBeAccessedByLayers("deploy")
            .whereLayer("enrich")
            .mayOnlyBeAccessedByLayers("deploy")
            .whereLayer("sink")
            .mayOnlyBeAccessedByLayers("deploy")
            .whereLayer("runtime")
            .mayOnlyBeAccessedByLayers("ingest", "enrich", "sink", "deploy")
            .whereLayer("chinese")
            .mayOnlyBeAccessedByLayers("ingest", "enrich", "deploy")
            .whereLayer("contracts")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule splittingIsPure = noClasses()
            .that()
            .resideInAPackage("dev.broadsheet.ingest.split..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(OUTSIDE_WORLD)
                    .or(resideInAnyPackage("dev.broadsheet.contracts..", "dev.broadsheet.runtime..")));

    @ArchTest
    static final ArchRule extractionIsPure = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.broadsheet.enrich.check..",
                    "dev.broadsheet.enrich.extract..",
                    "dev.broadsheet.enrich.indicator..",
                    "dev.broadsheet.enrich.link..",
                    "dev.broadsheet.enrich.project..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(OUTSIDE_WORLD)
                    .or(resideInAnyPackage("dev.broadsheet.contracts..", "dev.broadsheet.runtime..")));

    /** Only the contract's metrics: how they were found makes no difference to it. */
    @ArchTest
    static final ArchRule rollupKnowsNothingOfExtraction = noClasses()
            .that()
            .resideInAPackage("dev.broadsheet.enrich.rollup..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "dev.broadsheet.enrich",
                    "dev.broadsheet.enrich.check..",
                    "dev.broadsheet.enrich.extract..",
                    "dev.broadsheet.enrich.indicator..",
                    "dev.broadsheet.enrich.link..",
                    "dev.broadsheet.enrich.project..",
                    "dev.broadsheet.chinese.."));

    @ArchTest
    static final ArchRule reconcilingIsPure = noClasses()
            .that()
            .resideInAnyPackage("dev.broadsheet.sink.reconcile", "dev.broadsheet.sink.store")
            .should()
            .dependOnClassesThat(resideInAnyPackage(OUTSIDE_WORLD)
                    .or(resideInAnyPackage("dev.broadsheet.contracts..", "dev.broadsheet.runtime..")));

    @ArchTest
    static final ArchRule chineseIsPure = noClasses()
            .that()
            .resideInAPackage("dev.broadsheet.chinese..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(OUTSIDE_WORLD));

    @ArchTest
    static final ArchRule onlyMainsEndTheProcess =
            noClasses().that().haveSimpleNameNotEndingWith("Main").should().callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule noClockFromTheAir = noClasses()
            .that()
            .resideInAnyPackage("dev.broadsheet.ingest..", "dev.broadsheet.enrich..", "dev.broadsheet.sink..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
