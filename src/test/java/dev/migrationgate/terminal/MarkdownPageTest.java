package dev.migrationgate.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Approved;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownPageTest {
  private static final Path PAGES = Path.of("docs", "rules");
  private static final Path CASES = Path.of("testdata", "commands", "markdown");
  private static final Terminal PLAIN = new Terminal(60, false, true);

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
    }
  }

  @Test
  void comesOutAsApproved() throws IOException {
    String page = Files.readString(CASES.resolve("page.markdown"));
    approve("60-columns", Markdown.render(page, PLAIN));
    approve("100-columns-in-colour", Markdown.render(page, new Terminal(100, true, true)));
    approve("60-columns-ascii", Markdown.render(page, new Terminal(60, false, false)));
  }

  private static void approve(String name, String text) throws IOException {
    Approved.compare(CASES.resolve(name + ".approved.txt"), text.getBytes(StandardCharsets.UTF_8));
  }

  /** Code may not be broken: somebody copies it. */
  @ParameterizedTest
  @MethodSource("pages")
  void proseKeepsToTheWidth(Path page) throws IOException {
    String text = Files.readString(page);
    for (int width : new int[] {60, 80}) {
      for (String line : Markdown.render(text, new Terminal(width, false, true)).split("\n")) {
        boolean isCode = line.startsWith("      ");
        boolean isOneWord = !line.strip().contains(" ");
        if (!isCode && !isOneWord) {
          assertThat(Columns.of(line)).as(line).isLessThanOrEqualTo(width);
        }
      }
    }
  }

  /** The words of the page, in their order; what is left out are only marks. */
  @ParameterizedTest
  @MethodSource("pages")
  void noWordIsLost(Path page) throws IOException {
    List<String> words = words(Markdown.render(Files.readString(page), PLAIN));
    String text = Files.readString(page).replaceAll("(?m)^```.*$", "");
    // Tables stand in columns, so their words come in another order.
    if (!text.contains("|---|")) {
      assertThat(words).containsSequence(words(text.replaceAll("\\]\\([^)]*\\)", "")));
    }
  }

  private static List<String> words(String text) {
    return Stream.of(text.replaceAll("[`*#\\[\\]]", "").split("[^\\p{L}\\p{N}_]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void asciiIsAscii(Path page) throws IOException {
    String text = Markdown.render(Files.readString(page), new Terminal(80, false, false));
    assertThat(text).matches("(?s)[\\x20-\\x7e\\n]*").doesNotContain("?\n?");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void colourAddsCodesAndNothingElse(Path page) throws IOException {
    String coloured = Markdown.render(Files.readString(page), new Terminal(2000, true, true));
    String plain = Markdown.render(Files.readString(page), new Terminal(2000, false, true));
    assertThat(coloured).contains("\u001b[1m").doesNotContain("\u001b[\u001b");
    if (!plain.contains("  `")) {
      assertThat(coloured.replaceAll("\u001b\\[\\d+m", "").replace("`", ""))
          .isEqualTo(plain.replace("`", ""));
    }
  }
}
