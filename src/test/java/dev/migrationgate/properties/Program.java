package dev.migrationgate.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs of the function, and its output read again. */
final class Program {
  private Program() {}

  /** Writes a functionConfig. */
  static Path config(Path file, String spec) throws IOException {
    String head = "apiVersion: fn.migrationgate.dev/v1alpha1\nkind: MigrationGate\nspec: ";
    String body = spec.startsWith("{") ? spec : "{" + spec + "}";
    return Files.writeString(file, head + body + "\n");
  }

  /** The output of a run that must succeed. */
  static String run(String input, Path config) {
    Run run = judge(input, config);
    assertThat(run.exitCode()).as(run.report()).isZero();
    return run.text();
  }

  /** A run that may have findings. */
  static Run judge(String input, Path config) {
    Run run = Run.function(input.getBytes(StandardCharsets.UTF_8), Optional.of(config));
    assertThat(run.exitCode()).as(run.report()).isBetween(0, 1);
    return run;
  }

  static List<Document> read(String text) {
    return YamlReader.read(new SourceText("output", text));
  }

  /** A tree without its offsets. */
  static String shape(Node node) {
    return node.toString().replaceAll("(start|end)=\\d+|flow=(true|false)", "");
  }
}
