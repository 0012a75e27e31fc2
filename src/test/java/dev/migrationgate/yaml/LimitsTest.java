package dev.migrationgate.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Each limit, as far as it goes and one step past it. */
class LimitsTest {
  private static final Limits SMALL = new Limits(1_000, 3, 4, 5, 6);

  @Test
  void documents() {
    accepted("a\n---\nb\n---\nc\n");
    refused("a\n---\nb\n---\nc\n---\nd\n", "text:6:1: more than 3 documents; split the input");
  }

  @Test
  void depth() {
    accepted("[[[[x]]]]");
    refused("[[[[[x]]]]]", "text:1:5: nested deeper than 4 levels");
    accepted("a:\n  b:\n    c:\n      d: x\n");
    refused("a:\n  b:\n    c:\n      d:\n        e: x\n", "text:5:9: nested deeper than 4 levels");
  }

  @Test
  void aliasedNodes() {
    accepted("[&x 1, *x, *x, *x, *x, *x]");
    refused(
        "[&x 1, *x, *x, *x, *x, *x, *x]",
        "text:1:28: aliases grow this input past 5 nodes; write them out");
    // Three nodes at each alias.
    accepted("[&x [1, 2], *x]");
    refused("[&x [1, 2], *x, *x]", "past 5 nodes");
    // An alias inside what is repeated counts as often as that is.
    accepted("[&x 1, *x, &y [2, 3], *y]");
    refused("[&x [1, 2], &y [*x], *y]", "past 5 nodes");
  }

  @Test
  void scalarLength() {
    accepted("k: abcdef\nabcdef: v\n");
    refused("k: abcdefg\n", "text:1:4: a text of more than 6 characters");
    refused("abcdefg: v\n", "text:1:1: a text of more than 6 characters");
    refused("k: |\n  abcdef\n", "text:1:4: a text of more than 6 characters");
    refused("k: &a \"abcdefg\"\n", "text:1:7: a text of more than 6 characters");
  }

  @Test
  void thePageNamesTheLimits() throws IOException {
    String page = Files.readString(Path.of("docs/limits.md"));
    Limits limits = Limits.DEFAULT;
    assertThat(page)
        .contains("| " + (limits.inputBytes() >> 20) + " MiB |")
        .contains("| " + grouped(limits.documents()) + " |")
        .contains("| " + grouped(limits.depth()) + " levels |")
        .contains("| " + grouped(limits.aliasedNodes()) + " nodes |")
        .contains("| " + grouped(limits.scalarLength()) + " characters |");
  }

  private static String grouped(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static void accepted(String text) {
    assertThat(YamlReader.read(new SourceText("text", text), SMALL)).isNotEmpty();
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> YamlReader.read(new SourceText("text", text), SMALL))
        .isInstanceOf(InvalidYaml.class)
        .hasMessageContaining(message);
  }
}
