package dev.migrationgate.cli;

import dev.migrationgate.config.Config;
import dev.migrationgate.config.ConfigReader;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.run.Function;
import dev.migrationgate.run.Input;
import dev.migrationgate.yaml.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads files and folders, and writes them as one stream, mended. */
@Command(
    name = "render",
    description = {
      "Reads manifests from files and folders and writes one stream: variables put in, the migration"
          + " Job before its workloads. Findings go to stderr; where one is an error, nothing goes to"
          + " stdout.",
      "",
      "A folder with a kustomization is read in the order of its resources, and not built; any other"
          + " folder in the order of its names.%n"
    },
    footer = {"", "Example:", "  migration-gate render k8s/ > rendered.yaml"},
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
    ManifestFiles files = new ManifestFiles();
    List<SourceText> sources = new ArrayList<>();
    for (String path : paths) {
      if (path.equals("-")) {
        sources.add(Input.read("stdin", in));
      } else {
        sources.addAll(files.read(Path.of(path)));
      }
    }
    for (String note : files.notes()) {
      err.write((note + "\n").getBytes(StandardCharsets.UTF_8));
    }
    if (sources.isEmpty()) {
      throw new InvalidInput(String.join(", ", paths) + ": no manifests there");
    }
    Manifests manifests =
        sources.size() == 1
            ? ManifestReader.read(sources.get(0))
            : ManifestReader.readStream(sources);
    Function.Outcome outcome = Function.run(manifests, config(files));
    return outcome.write(out, err);
  }

  private Optional<Config> config(ManifestFiles files) {
    Optional<SourceText> source =
        config == null ? files.functionConfig() : Optional.of(Input.read(config));
    return source.isPresent() ? Optional.of(ConfigReader.read(source.get())) : Optional.empty();
  }
}
