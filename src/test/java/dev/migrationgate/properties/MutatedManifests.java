package dev.migrationgate.properties;

import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Sequence;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Manifests as a hasty hand leaves them: a line gone, a document twice, another indentation, a list
 * where a text belongs. The same text and seed make the same mutant.
 */
final class MutatedManifests {
  private static final List<String> VALUES =
      List.of(
          "",
          "null",
          "~",
          "[]",
          "{}",
          "[a, b]",
          "{a: b}",
          "[[]]",
          "[null]",
          "[{}]",
          "[{name: }]",
          "{name: {}}",
          "0",
          "-1",
          "1.5",
          "99999999999999999999",
          "1e400",
          "0x1F",
          "true",
          "on",
          "\"\"",
          "\" \"",
          "'it''s'",
          "${IMAGE_TAG}",
          "${IMAGE_TAG:=}",
          "\"${\"",
          "a b c",
          "a/b:c@d",
          ":",
          "/",
          "\"-\"",
          "\"\\u2028\\n\\ud83d\\ude80\"",
          "!!int \"3\"",
          "!!binary aGk=",
          "&x [*x]",
          "&y y",
          "job/",
          "\"job/ --for= -n\"",
          "sh -c 'a && \"b\" | c; d'");

  private final Random random;
  private final List<String> lines;

  private MutatedManifests(String text, Random random) {
    this.random = random;
    this.lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
  }

  /** A mutant. */
  static String of(String text, long seed) {
    Random random = new Random(seed);
    String mutant = text;
    for (int i = random.nextInt(3); i >= 0; i--) {
      mutant = random.nextInt(3) == 0 ? ofLines(mutant, random) : ofNodes(mutant, random);
    }
    return random.nextInt(12) == 0 ? mutant.replace("\n", "\r\n") : mutant;
  }

  private static String ofLines(String text, Random random) {
    MutatedManifests mutated = new MutatedManifests(text, random);
    mutated.change();
    return String.join("\n", mutated.lines);
  }

  private void change() {
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(9)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, line);
      case 2 -> lines.set(at, "  " + line);
      case 3 -> lines.set(at, line.startsWith("  ") ? line.substring(2) : " " + line);
      case 4 -> indentFrom(at);
      case 5 ->
          lines.addAll(
              at, lines.subList(at, at + random.nextInt(lines.size() - at)).stream().toList());
      case 6 -> lines.add(at, "---");
      case 7 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
      default -> Collections.swap(lines, at, random.nextInt(lines.size()));
    }
  }

  private void indentFrom(int at) {
    for (int i = at; i < lines.size() && !lines.get(i).startsWith("---"); i++) {
      lines.set(i, "  " + lines.get(i));
    }
  }

  private static String ofNodes(String text, Random random) {
    List<int[]> keys = new ArrayList<>();
    List<int[]> values = new ArrayList<>();
    try {
      for (Document document : YamlReader.read(new SourceText("mutant", text))) {
        collect(document.root(), keys, values);
      }
    } catch (InvalidYaml e) {
      return ofLines(text, random);
    }
    if (keys.isEmpty()) {
      return ofLines(text, random);
    }
    int[] value = values.get(random.nextInt(values.size()));
    int[] other = values.get(random.nextInt(values.size()));
    int[] key = keys.get(random.nextInt(keys.size()));
    return switch (random.nextInt(6)) {
      case 0, 1, 2 -> replaced(text, value, VALUES.get(random.nextInt(VALUES.size())));
      case 3 -> replaced(text, value, text.substring(other[0], other[1]));
      case 4 -> {
        int[] from = keys.get(random.nextInt(keys.size()));
        yield replaced(text, key, text.substring(from[0], from[1]));
      }
      default ->
          replaced(
              text,
              key,
              List.of("? a", "\"\"", "x", "<<", "name", "- a", "{}", "1").get(random.nextInt(8)));
    };
  }

  private static String replaced(String text, int[] range, String by) {
    return text.substring(0, range[0])
        + (range[0] == range[1] ? " " : "")
        + by
        + (text.substring(range[0], range[1]).endsWith("\n") ? "\n" : "")
        + text.substring(range[1]);
  }

  private static void collect(Node node, List<int[]> keys, List<int[]> values) {
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        keys.add(new int[] {entry.key().start(), entry.key().end()});
        values.add(new int[] {entry.value().start(), entry.value().end()});
        collect(entry.value(), keys, values);
      }
    } else if (node instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        values.add(new int[] {item.start(), item.end()});
        collect(item, keys, values);
      }
    }
  }
}
