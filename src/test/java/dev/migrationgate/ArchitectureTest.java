package dev.migrationgate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows of docs/architecture.md: nothing flows backwards. */
@AnalyzeClasses(
    packages = "dev.migrationgate",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final int LONGEST_CLASS = 300;

  @ArchTest
  static final ArchRule ARROWS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("yaml")
          .definedBy("..yaml..")
          .layer("krm")
          .definedBy("..krm..")
          .layer("substitute")
          .definedBy("..substitute..")
          .layer("pattern")
          .definedBy("..pattern..")
          .layer("fix")
          .definedBy("..fix..")
          .layer("rules")
          .definedBy("..rules..")
          .layer("order")
          .definedBy("..order..")
          .layer("config")
          .definedBy("..config..")
          .layer("report")
          .definedBy("..report..")
          .layer("run")
          .definedBy("..run..")
          .layer("set")
          .definedBy("..set..")
          .layer("graph")
          .definedBy("..graph..")
          .layer("terminal")
          .definedBy("..terminal..")
          .layer("init")
          .definedBy("..init..")
          .layer("pages")
          .definedBy("..pages..")
          .layer("files")
          .definedBy("..files..")
          .layer("schema")
          .definedBy("..schema..")
          .layer("build")
          .definedBy("..build..")
          .layer("kustomize")
          .definedBy("..kustomize..")
          .layer("check")
          .definedBy("..check..")
          .layer("formats")
          .definedBy("..formats..")
          .layer("cli")
          .definedBy("..cli..")
          .layer("main")
          .definedBy("dev.migrationgate")
          .whereLayer("yaml")
          .mayNotAccessAnyLayer()
          .whereLayer("krm")
          .mayOnlyAccessLayers("yaml")
          .whereLayer("substitute")
          .mayOnlyAccessLayers("yaml", "krm")
          .whereLayer("pattern")
          .mayOnlyAccessLayers("yaml", "krm", "substitute")
          .whereLayer("fix")
          .mayOnlyAccessLayers("yaml", "krm", "substitute", "pattern")
          .whereLayer("rules")
          .mayOnlyAccessLayers("yaml", "krm", "substitute", "pattern", "fix")
          .whereLayer("order")
          .mayOnlyAccessLayers("yaml", "krm", "pattern")
          .whereLayer("config")
          .mayOnlyAccessLayers("yaml", "substitute", "pattern", "fix", "rules")
          .whereLayer("report")
          .mayOnlyAccessLayers("yaml", "krm", "pattern", "rules")
          .whereLayer("init")
          .mayOnlyAccessLayers("krm")
          .whereLayer("run")
          .mayOnlyBeAccessedByLayers("files", "set", "kustomize", "check", "cli", "main")
          .whereLayer("pages")
          .mayOnlyAccessLayers("rules")
          .whereLayer("files")
          .mayOnlyAccessLayers("yaml", "krm", "run")
          .whereLayer("files")
          .mayOnlyBeAccessedByLayers("set", "kustomize", "check", "cli")
          .whereLayer("schema")
          .mayOnlyAccessLayers("yaml", "krm", "pattern", "config")
          .whereLayer("schema")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("build")
          .mayOnlyAccessLayers("krm")
          .whereLayer("build")
          .mayOnlyBeAccessedByLayers("check", "cli")
          .whereLayer("kustomize")
          .mayOnlyAccessLayers("yaml", "krm", "pattern", "run", "files")
          .whereLayer("kustomize")
          .mayOnlyBeAccessedByLayers("check")
          .whereLayer("check")
          .mayOnlyBeAccessedByLayers("formats", "graph", "cli")
          .whereLayer("formats")
          .mayOnlyAccessLayers("rules", "pages", "terminal", "check")
          .whereLayer("graph")
          .mayOnlyAccessLayers("yaml", "krm", "pattern", "rules", "report", "terminal")
          .whereLayer("graph")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("set")
          .mayOnlyAccessLayers("yaml", "krm", "substitute", "config", "files", "run")
          .whereLayer("set")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("terminal")
          .mayNotAccessAnyLayer()
          .whereLayer("terminal")
          .mayOnlyBeAccessedByLayers("formats", "graph", "cli")
          .whereLayer("formats")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("cli")
          .mayOnlyBeAccessedByLayers("main")
          .whereLayer("main")
          .mayNotBeAccessedByAnyLayer();

  /** Inside of pattern too; no shell script knows what a manifest is. */
  @ArchTest
  static final ArchRule ARROWS_OF_PATTERN =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("manifests")
          .definedBy("..yaml..", "..krm..", "..substitute..")
          .layer("shell")
          .definedBy("..pattern.shell..")
          .layer("pod")
          .definedBy("..pattern.pod..")
          .layer("source")
          .definedBy("..pattern.source..")
          .layer("cluster")
          .definedBy("..pattern.cluster..")
          .layer("gate")
          .definedBy("..pattern.gate..")
          .layer("migration")
          .definedBy("..pattern.migration..")
          .layer("database")
          .definedBy("..pattern.database..")
          .layer("delivery")
          .definedBy("..pattern.delivery..")
          .layer("rollout")
          .definedBy("..pattern")
          .whereLayer("shell")
          .mayNotAccessAnyLayer()
          .whereLayer("pod")
          .mayOnlyAccessLayers("manifests", "shell")
          .whereLayer("source")
          .mayOnlyAccessLayers("manifests", "pod")
          .whereLayer("cluster")
          .mayOnlyAccessLayers("manifests", "pod")
          .whereLayer("gate")
          .mayOnlyAccessLayers("manifests", "shell", "pod")
          .whereLayer("migration")
          .mayOnlyAccessLayers("manifests", "shell", "pod", "source", "gate")
          .whereLayer("database")
          .mayOnlyAccessLayers(
              "manifests", "shell", "pod", "source", "cluster", "gate", "migration")
          .whereLayer("delivery")
          .mayOnlyAccessLayers("manifests", "pod", "migration")
          .whereLayer("rollout")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule NO_CYCLES_IN_PATTERN =
      slices().matching("dev.migrationgate.(pattern.*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule COMMAND_LINE_LIBRARY_STAYS_IN_CLI =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule PARSER_STAYS_IN_YAML =
      noClasses()
          .that()
          .resideOutsideOfPackage("..yaml..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.snakeyaml..");

  @ArchTest
  static final ArchRule JSON_LIBRARY_STAYS_OFF_THE_FUNCTIONS_PATH =
      noClasses()
          .that()
          .resideOutsideOfPackages("..formats..", "..check..", "..cli..", "..schema..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("tools.jackson..");

  /** Streams and regular expressions cost the function's start more than they save its reader. */
  @ArchTest
  static final ArchRule FUNCTION_PATH_STARTS_FAST =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..cli..",
              "..init..",
              "..files..",
              "..build..",
              "..kustomize..",
              "..check..",
              "..formats..",
              "..pages..",
              "..schema..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.stream..", "java.util.regex..");

  @ArchTest
  static final ArchRule PROCESSES_START_IN_BUILD =
      noClasses()
          .that()
          .resideOutsideOfPackage("..build..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ProcessBuilder.class);

  @Test
  void noClassIsLong() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThan(LONGEST_CLASS);
      }
    }
  }
}
