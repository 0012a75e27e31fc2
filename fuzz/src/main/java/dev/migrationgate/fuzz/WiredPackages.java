package dev.migrationgate.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.migrationgate.Main;
import dev.migrationgate.run.Function;
import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Quoting;
import dev.migrationgate.yaml.Sequence;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A package with some of its fields, values and resources changed, mended with {@code fix: [wire]}:
 * never a defect, what comes out can be read, and a second run changes nothing.
 */
public final class WiredPackages {
  private static final List<String> PACKAGES = List.of(read("bare.yaml"), read("gated.yaml"));

  private static final List<String> VALUES =
      List.of(
          "",
          "null",
          "[]",
          "{}",
          "[a, b]",
          "{a: b}",
          "[{}]",
          "[{name: x}]",
          "0",
          "-1",
          "1.10",
          "true",
          "\"\"",
          "'it''s'",
          "job-wr",
          "job",
          "Always",
          "shop-migration",
          "orders-migration",
          "&x [*x]",
          "&y y",
          "!!str 1",
          "flux",
          "argocd",
          "kpt",
          "kapp",
          "helm",
          "kubectl",
          "PreSync",
          "[kubectl, wait, --for=condition=complete, job/shop-migration]",
          "[sh, -c, 'flyway migrate && exec server']");

  private static final List<String> KEYS =
      List.of(
          "name",
          "namespace",
          "generateName",
          "initContainers",
          "containers",
          "args",
          "command",
          "image",
          "kustomize.toolkit.fluxcd.io/force",
          "argocd.argoproj.io/hook",
          "helm.sh/hook",
          "kapp.k14s.io/change-group",
          "restartPolicy",
          "serviceAccountName",
          "suspend",
          "securityContext",
          "volumes",
          "hostNetwork",
          "migrationgate.dev/ignore",
          "\"\"",
          "? a",
          "<<");

  private record Outcome(int exitCode, String output, String report) {
    /** Results tell what this very run did, and no other. */
    String manifests() {
      int results = output.indexOf("\nresults:");
      return results < 0 ? output : output.substring(0, results);
    }
  }

  private WiredPackages() {}

  /** Loads the program, which Jazzer would count as time of the first input. */
  public static void fuzzerInitialize() {
    run(PACKAGES.get(0));
  }

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    String input = data.pickValue(PACKAGES);
    for (int changes = data.consumeInt(1, 8); changes > 0; changes--) {
      input = changed(input, data);
    }
    Outcome once = run(input);
    if (once.exitCode() == Function.UNUSABLE) {
      return;
    }
    read(once, input);
    Outcome twice = run(once.output());
    // What an expression came to may read otherwise once it stands there itself.
    if (twice.exitCode() == Function.UNUSABLE
        || input.indexOf('$') < 0 && !twice.manifests().equals(once.manifests())) {
      throw new AssertionError(
          "not the same twice: " + input + "\n--- once\n" + once + "\n--- twice\n" + twice);
    }
  }

  private static Outcome run(String input) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    int exitCode = Main.run(new String[0], in, out, err, false);
    String report = err.toString(StandardCharsets.UTF_8);
    if (exitCode == Function.DEFECT) {
      throw new AssertionError(report + "\n" + input);
    }
    if (exitCode == Function.UNUSABLE && (report.lines().count() != 1 || out.size() > 0)) {
      throw new AssertionError("refused with more than a line: " + report);
    }
    return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8), report);
  }

  private static void read(Outcome outcome, String input) {
    try {
      YamlReader.read(new SourceText("output", outcome.output()));
    } catch (InvalidYaml e) {
      throw new AssertionError(e.getMessage() + "\n" + outcome.output() + "\n--- of\n" + input, e);
    }
  }

  private static String changed(String text, FuzzedDataProvider data) {
    List<Node> values = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    try {
      for (Document document : YamlReader.read(new SourceText("package", text))) {
        collect(document.root(), values, entries);
      }
    } catch (InvalidYaml e) {
      return text;
    }
    if (values.isEmpty() || entries.isEmpty()) {
      return text;
    }
    Node value = values.get(data.consumeInt(0, values.size() - 1));
    Entry entry = entries.get(data.consumeInt(0, entries.size() - 1));
    return switch (data.consumeInt(0, 7)) {
      case 0, 1 -> replaced(text, value, data.pickValue(VALUES));
      case 2 -> replaced(text, value, Quoting.doubleQuoted(data.consumeString(30)));
      case 3 -> {
        Node other = values.get(data.consumeInt(0, values.size() - 1));
        yield replaced(text, value, text.substring(other.start(), other.end()));
      }
      case 4 -> replaced(text, entry.key(), data.pickValue(KEYS));
      case 5 ->
          text.substring(0, entry.key().start())
              + data.pickValue(KEYS)
              + ": "
              + data.pickValue(VALUES)
              + text.substring(entry.value().end());
      case 6 -> withoutLine(text, value.start());
      default -> text.replace("\n", "\r\n");
    };
  }

  private static String replaced(String text, Node node, String by) {
    boolean wasEmpty = node.start() == node.end();
    boolean ended = text.substring(node.start(), node.end()).endsWith("\n");
    return text.substring(0, node.start())
        + (wasEmpty ? " " : "")
        + by
        + (ended ? "\n" : "")
        + text.substring(node.end());
  }

  private static String withoutLine(String text, int at) {
    int start = text.lastIndexOf('\n', at - 1) + 1;
    int end = text.indexOf('\n', at);
    return end < 0 ? text : text.substring(0, start) + text.substring(end + 1);
  }

  private static void collect(Node node, List<Node> values, List<Entry> entries) {
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        entries.add(entry);
        values.add(entry.value());
        collect(entry.value(), values, entries);
      }
    } else if (node instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        values.add(item);
        collect(item, values, entries);
      }
    }
  }

  private static String read(String name) {
    try (InputStream in = WiredPackages.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
