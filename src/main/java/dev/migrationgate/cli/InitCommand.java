package dev.migrationgate.cli;

import dev.migrationgate.config.Nearest;
import dev.migrationgate.init.MigrationTool;
import dev.migrationgate.init.NewFile;
import dev.migrationgate.init.NewFiles;
import dev.migrationgate.init.NewService;
import dev.migrationgate.init.PackageTemplate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Writes the package of a new service. */
@Command(
    name = "init",
    description = {
      "Writes the package of a new service.",
      "",
      "That is manifests with a migration Job and the gate that waits for it, the pipeline for GitLab"
          + " and GitHub, the migration's Dockerfile, and what Flux needs. Where one of the files is"
          + " there already, nothing is written.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  migration-gate init shop",
      "  migration-gate init shop --tool django --registry registry.example.com/team"
    },
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
  private final OutputStream out;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "NAME", description = "The service's name, a DNS label.")
  private String name;

  @Parameters(
      index = "1",
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = ".",
      description = "The service's folder; by default this one.")
  private Path folder;

  @Option(
      names = "--tool",
      paramLabel = "TOOL",
      converter = ToolConverter.class,
      description = {
        "What migrates: prisma, alembic, django, rails, flyway, liquibase or golang-migrate. By"
            + " default the one whose files stand in DIR, else prisma."
      })
  private Optional<MigrationTool> tool = Optional.empty();

  @Option(
      names = "--namespace",
      paramLabel = "NAMESPACE",
      description = "Where the service runs; by default NAME.")
  private Optional<String> namespace = Optional.empty();

  @Option(
      names = "--registry",
      paramLabel = "REGISTRY",
      defaultValue = "registry.example.com",
      description = "Before the images' names; by default ${DEFAULT-VALUE}.")
  private String registry;

  InitCommand(OutputStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    MigrationTool chosen = tool.or(() -> MigrationTool.usedIn(folder)).orElse(MigrationTool.PRISMA);
    NewService service = new NewService(name, namespace.orElse(name), registry, chosen);
    List<NewFile> files = PackageTemplate.fill(service);
    NewFiles.write(folder, files);
    StringBuilder told = new StringBuilder();
    for (NewFile file : files) {
      told.append(folder.resolve(file.path()).normalize()).append('\n');
    }
    told.append('\n').append(nextSteps(service));
    out.write(Screen.of(spec).fitted(told.toString(), spec).getBytes(StandardCharsets.UTF_8));
    return 0;
  }

  private String nextSteps(NewService service) {
    Path manifests = folder.resolve("k8s").normalize();
    return String.join(
        "\n",
        service.name() + " migrates with " + service.tool().id() + ". What is left to do:",
        "1. Look at Dockerfile.migration, and at the port and the probe in "
            + manifests.resolve("deployment.yaml")
            + ".",
        "2. Put the Secret "
            + PackageTemplate.secret(service)
            + " into the namespace "
            + service.namespace()
            + ", and not into Git.",
        "3. migration-gate check " + manifests,
        "4. Keep .gitlab-ci.yml or .github/workflows/release.yaml; its first lines say what it needs.",
        "5. kubectl apply -f "
            + folder.resolve("flux").resolve(service.name() + ".yaml").normalize(),
        "");
  }

  /** A tool by its name. */
  static final class ToolConverter implements ITypeConverter<MigrationTool> {
    @Override
    public MigrationTool convert(String value) {
      return MigrationTool.named(value).orElseThrow(() -> unknown(value));
    }

    private static TypeConversionException unknown(String value) {
      Optional<String> nearest = Nearest.to(value, MigrationTool.ids());
      return new TypeConversionException(
          "no tool \""
              + value
              + "\" among "
              + String.join(", ", MigrationTool.ids())
              + nearest.map(known -> "; did you mean " + known + "?").orElse(""));
    }
  }
}
