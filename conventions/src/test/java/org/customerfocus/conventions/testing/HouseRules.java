package org.customerfocus.conventions.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/// The rules that the code of each service keeps. An `ArchitectureTest` calls [#check] with the
/// service's root package and its pure packages.
public final class HouseRules {

  private HouseRules() {}

  /// @param root such as `org.customerfocus.customer`
  /// @param purePackages that import no framework, such as `..statistics..`
  public static void check(String root, String... purePackages) {
    JavaClasses main =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
    slices().matching(root + ".(*)..").should().beFreeOfCycles().check(main);
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Repository")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("jakarta.persistence.EntityManager")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.sql..")
        .because("only repositories touch EntityManager or SQL")
        .allowEmptyShould(true)
        .check(main);
    if (purePackages.length > 0) {
      noClasses()
          .that()
          .resideInAnyPackage(purePackages)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "com.fasterxml..")
          .because("pure packages import no framework")
          .check(main);
    }
    JavaClasses all = new ClassFileImporter().importPackages(root);
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.junit.jupiter.api.Assertions")
        .because("AssertJ is the one assertion style")
        .check(all);
    noMethods()
        .should()
        .beAnnotatedWith("org.junit.jupiter.api.Disabled")
        .because("a test that does not run says nothing")
        .allowEmptyShould(true)
        .check(all);
  }
}
