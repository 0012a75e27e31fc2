package dev.migrationgate.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the block reader reads a text at all, it makes the tree that the full parser makes. */
class BlockReaderTest {
  private static final List<Path> ROOTS =
      List.of(
          Path.of("testdata"),
          Path.of("examples"),
          Path.of(".ci/fixtures"),
          Path.of("src/main/training"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b\n",
        "a: b",
        "a:\n",
        "a:",
        "a: # nothing\nb: 1\n",
        "# above\n\na: b # beside\n# below\n",
        "a: b#c\nd: e:f\ng: h,i]j}\n",
        "a: -1\nb: :8080\nc: ?x\nd: -c\n",
        "a:   b  \n",
        "---\na: 1\n---\nb: 2\n",
        "--- # first\na: 1\n\n--- \n  b: 2\n",
        "a:\n- 1\n- 2\nb: 3\n",
        "a:\n  - 1\n  -   2\nb:\n    - c: 1\n      d: 2\n    -\n      e: 3\n",
        "- - 1\n  - 2\n- a: b\n  c:\n  - d\n- e\n",
        "a:\n  b:\n    c: 1\n\n  # between\n  d: 2\n",
        "a:\n- b:\n- c: 1\n",
        "a:\n- b:\n  - 1\n  c: 2\n",
        "'a b': 'it''s'\n\"c\": \"d # e\"\nf: ''\ng: \"\"\n",
        "a: \"x\\\"y\\\\z\\n\\t\\r\\/\"\n",
        "a: 'b' # c\nd: \"e\"\n",
        "a: |\n  b\n   c\n\n  d # no comment\ne: 1\n",
        "a: |-\n  b\n\n\nc: |+\n  d\n\n\ne: |\n    f\n\n# g\nh: 1\n",
        "a: | # beside\n\n  b\n  \n     \n  c\n",
        "- |\n a\n- b: |-\n   c\n  d: e\n",
        "a:\n  |\n   b\nc: d\n",
        "a: |\n  ä€ ${X}\n",
        "a: [b, 'c', \"d\", [e], {f: g, h: [i]}, -1, j:k]\nl: {}\nm: []\nn: [ ]\n",
        "a: {b: c:d , e: '{f}'} # g\nh: [a b , c]\n",
        "a: ${X}\nb: registry/app:${X} # kpt-set\n",
        "a:\n  b\nc:\n  'd'\ne:\n  [f]\n",
        "  a: 1\n  b: 2\n",
        "é: ü\n",
        "a.b/c-d_e: 1\n<<: 2\n",
        "---x: 1\n",
        "a: ---\n",
        "a: |\n  ---\n  ...\n",
      })
  void readsWhatManifestsAreWrittenIn(String text) {
    assertThat(block(text)).as(text).isPresent();
    assertThat(block(text)).contains(engine(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# only a comment\n",
        "text\n",
        "'text'\n",
        "---\n",
        "a: 1\n---\n",
        "a: 1\n...\n",
        "%YAML 1.2\n---\na: 1\n",
        "a: b\r\nc: d\r\n",
        "\uFEFFa: b\n",
        "a:\tb\n",
        "a: b\t\n",
        "a: b\tc\n",
        "\ta: b\n",
        "a: &x b\nc: *x\n",
        "a: !!str 1\n",
        "? a\n: b\n",
        "a: b\n  c\n",
        "a: 'b\n  c'\n",
        "a: \"b\\x41\"\n",
        "a: \"b\\\n  c\"\n",
        "a: >\n  b\n",
        "a: |2\n    b\n",
        "a: |\n  b",
        "a: |\n\nb: 1\n",
        "a: |\n   \n  b\n",
        "a: |\n\tb\n",
        "a: [b,\n  c]\n",
        "a: [b, ]\n",
        "a: [b: c]\n",
        "a: {b, c}\n",
        "a: {\"b\":1}\n",
        "a: [${X}]\n",
        "{a: b}: c\n",
        "a: b: c\n",
        "a: - b\n",
        "a: @b\n",
        "a: 1\na: 2\n",
        "a: {b: 1, b: 2}\n",
        "a:\n    b: 1\n  c: 2\n",
        "a: 1\n  b: 2\n",
        "a: 1\n- b\n",
        "- a\nb: 1\n",
        "-\n- a\n",
        "a : b\n",
        "'a'b: c\n",
        "a: 'b'c\n",
        "a: \"b\"#c\n",
        "a: \uD83D\uDE00\n",
        "a: \u0007\n",
        "a: \u2028\n",
        "a: b # \u0007\n",
        "a: 'b\n",
        "a: [b\n",
        "a: [b] c\n",
        "a\n",
        "- a: 1\n   b: 2\n",
        "a: 1\n\n# b\n  # c\n  d: 2\n",
      })
  void leavesTheRestToTheFullParser(String text) {
    assertThat(block(text)).as(text).isEmpty();
  }

  @Test
  void agreesOnEveryFileOfTheProject() {
    int read = 0;
    int all = 0;
    for (Path root : ROOTS) {
      for (String text : texts(root)) {
        Optional<List<Document>> documents = block(text);
        all++;
        if (documents.isPresent()) {
          read++;
          assertThat(documents.get()).as(text).isEqualTo(engine(text));
        }
      }
    }
    assertThat(read).as("read of %d", all).isGreaterThan(all * 3 / 4);
  }

  /**
   * A line lost, doubled, moved to the side or cut: mistakes must not be read as something else.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void agreesOnBrokenFiles(long seed) {
    Random random = new Random(seed);
    List<String> texts = texts(Path.of("testdata"));
    int read = 0;
    for (int i = 0; i < 2000; i++) {
      String broken = breakLine(texts.get(random.nextInt(texts.size())), random);
      Optional<List<Document>> documents = block(broken);
      if (documents.isPresent()) {
        read++;
        assertThat(documents.get()).as("seed %d:%n%s", seed, broken).isEqualTo(engine(broken));
      }
    }
    assertThat(read).isGreaterThan(500);
  }

  private static String breakLine(String text, Random random) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int i = random.nextInt(lines.size());
    String line = lines.get(i);
    int cut = line.isEmpty() ? 0 : random.nextInt(line.length());
    String odd = "-:#'\"|>[]{}&*!%@,? \\~\n0a";
    switch (random.nextInt(7)) {
      case 0 -> lines.remove(i);
      case 1 -> lines.add(i, line);
      case 2 -> lines.set(i, " ".repeat(1 + random.nextInt(3)) + line);
      case 3 -> lines.set(i, line.substring(Math.min(line.length(), 1 + random.nextInt(2))));
      case 4 -> lines.set(i, line.substring(0, cut));
      case 5 -> lines.add(random.nextInt(lines.size()), line);
      default ->
          lines.set(
              i,
              line.substring(0, cut)
                  + odd.charAt(random.nextInt(odd.length()))
                  + line.substring(cut));
    }
    return String.join("\n", lines);
  }

  private static List<String> texts(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(BlockReaderTest::text)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<List<Document>> block(String text) {
    return BlockReader.read(text, Limits.DEFAULT);
  }

  private static List<Document> engine(String text) {
    return EngineReader.read(new SourceText("text", text), Limits.DEFAULT);
  }
}
