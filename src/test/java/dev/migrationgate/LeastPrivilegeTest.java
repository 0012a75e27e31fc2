package dev.migrationgate;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URL;

/** What SECURITY.md says that the program cannot do, it has no code for. */
@AnalyzeClasses(
    packages = "dev.migrationgate",
    importOptions = ImportOption.DoNotIncludeTests.class)
class LeastPrivilegeTest {
  @ArchTest
  static final ArchRule OPENS_NO_CONNECTION =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.net.http..",
              "javax.net..",
              "java.rmi..",
              "javax.naming..",
              "java.sql..",
              "sun..",
              "com.sun..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.net\\.(Server|Datagram|Multicast)?Socket|java\\.net\\.InetAddress"
                  + "|java\\.net\\.HttpURLConnection|java\\.net\\.URLClassLoader"
                  + "|java\\.nio\\.channels\\..*(Socket|Datagram).*");

  /** A URL opens whatever its text asks for; the one that is opened leads to the jar itself. */
  @ArchTest
  static final ArchRule OPENS_NO_URL =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.migrationgate.cli.Version")
          .should()
          .callMethodWhere(
              target(owner(assignableTo(URL.class)))
                  .and(target(nameMatching("open.*|getContent"))));

  @ArchTest
  static final ArchRule STARTS_NO_PROCESS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..build..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.lang\\.Process(Builder|Handle)?")
          .orShould()
          .callMethodWhere(
              target(owner(assignableTo(Runtime.class))).and(target(nameMatching("exec|load.*"))));

  /** An input that is code: objects made from names, scripts, and Java's own serialised form. */
  @ArchTest
  static final ArchRule RUNS_NOTHING_OF_THE_INPUT =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.script..", "javax.tools..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.Object(Input|Output)Stream|java\\.lang\\.ClassLoader")
          .orShould()
          .callMethod(Class.class, "forName", String.class);
}
