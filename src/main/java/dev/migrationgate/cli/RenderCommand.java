package dev.migrationgate.cli;

import dev.migrationgate.config.Config;
import dev.migrationgate.config.ConfigReader;
import dev.migrationgate.files.Found;
import dev.migrationgate.files.Kustomization;
import dev.migrationgate.files.Selection;
import dev.migrationgate.files.Unit;
import dev.migrationgate.files.UnitReader;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.report.Credentials;
import dev.migrationgate.run.Function;
import dev.migrationgate.run.Input;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads files and folders, and writes them as one stream, mended. */
@Command(
    name = "render",
    description = {
      "Reads manifests and writes one stream, as the function would.",
      "Variables are put in, and the migration Job stands before its workloads. Findings go to"
          + " stderr; where one is an error, nothing goes to stdout.",
      "",
      "A folder with a kustomization is read in the order of its resources, and not built; any other"
          + " folder in the order of its names.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {"  migration-gate render k8s/ > rendered.yaml"},
    mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {
  private final InputStream in;
  private final OutputStream out;
  private final OutputStream err;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "File or folder; - reads stdin.")
  private List<String> paths;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "The functionConfig; without it that of the folder, if it has one.")
  private Path config;

  RenderCommand(InputStream in, OutputStream out, OutputStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    List<SourceText> sources = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (String path : paths) {
      if (path.equals("-")) {
        sources.add(Input.read("stdin", in));
      } else {
        files.add(Path.of(path));
      }
    }
    List<Unit> units = new ArrayList<>();
    for (Path file : files) {
      units.addAll(units(file));
    }
    Set<Path> seen = new HashSet<>();
    for (Unit unit : units) {
      unit.manifests().stream()
          .filter(manifest -> !manifest.path().endsWith("Kptfile"))
          .filter(manifest -> seen.add(manifest.path().toAbsolutePath().normalize()))
          .forEach(manifest -> sources.add(manifest.source()));
    }
    if (sources.isEmpty()) {
      throw new InvalidInput(String.join(", ", paths) + ": no manifests there");
    }
    Manifests manifests =
        sources.size() == 1
            ? ManifestReader.read(sources.get(0))
            : ManifestReader.readStream(sources);
    return Function.run(manifests, config(units)).write(out, err);
  }

  /** What one path leads to: at most one build, and files that are of none. */
  private List<Unit> units(Path path) throws IOException {
    Found found = new UnitReader(Selection.ALL, read -> {}).read(List.of(path));
    Optional<String> problem =
        Stream.concat(found.unreadable().stream(), found.missing().stream()).findFirst();
    if (problem.isPresent()) {
      throw new InvalidInput(problem.get());
    }
    List<Unit> builds = found.units().stream().filter(Unit::isKustomized).toList();
    if (builds.size() > 1) {
      throw new InvalidInput(
          path
              + ": holds several builds, and their resources must not be mixed; render one of them: "
              + builds.stream().flatMap(build -> build.folder().stream()).toList());
    }
    for (String note : notes(found, builds)) {
      err.write((Credentials.masked(note) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return found.units().stream().filter(unit -> !unit.beside()).toList();
  }

  private static List<String> notes(Found found, List<Unit> builds) {
    List<String> notes = new ArrayList<>(found.notes());
    for (String template : found.templates()) {
      notes.add(template + ": a template, not read; render it first");
    }
    for (Unit build : builds) {
      for (Kustomization kustomization : build.kustomizations()) {
        for (Entry entry : kustomization.unapplied()) {
          notes.add(
              kustomization.place(entry.key())
                  + entry.name()
                  + " is not applied: only kustomize build does that");
        }
      }
    }
    return notes;
  }

  private Optional<Config> config(List<Unit> units) {
    Optional<SourceText> source =
        config == null
            ? units.stream().flatMap(unit -> unit.functionConfig().stream()).findFirst()
            : Optional.of(Input.read(config));
    return source.map(ConfigReader::read);
  }
}
