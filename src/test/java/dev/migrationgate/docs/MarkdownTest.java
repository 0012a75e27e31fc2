package dev.migrationgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages say is there: links lead somewhere, and a block behind {@code <!-- stdout of:
 * render examples/shop -->} (or {@code stderr of}) is what the program prints. A line of nothing
 * but {@code …} stands for lines that are left out.
 */
class MarkdownTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]*)\\)");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern OUTPUT =
      Pattern.compile("(?ms)^<!-- (stdout|stderr) of: ([^>]*) -->\\n```\\w*\\n(.*?)^```$");

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(""), 4)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.startsWith("target") && !file.toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(Path page) throws IOException {
    List<String> broken = new ArrayList<>();
    Matcher links = LINK.matcher(FENCED.matcher(Files.readString(page)).replaceAll(""));
    while (links.find()) {
      String link = links.group(1);
      if (!link.contains("://") && !leadsSomewhere(page, link)) {
        broken.add(link);
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean leadsSomewhere(Path page, String link) throws IOException {
    int hash = link.indexOf('#');
    String file = hash < 0 ? link : link.substring(0, hash);
    Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
    return Files.exists(target) && (hash < 0 || anchors(target).contains(link.substring(hash + 1)));
  }

  private static List<String> anchors(Path page) throws IOException {
    List<String> anchors = new ArrayList<>();
    Matcher headings = HEADING.matcher(FENCED.matcher(Files.readString(page)).replaceAll(""));
    while (headings.find()) {
      String heading = headings.group(1).toLowerCase(Locale.ROOT);
      anchors.add(heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
    }
    return anchors;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void outputIsWhatTheProgramPrints(Path page) throws IOException {
    Matcher outputs = OUTPUT.matcher(Files.readString(page));
    while (outputs.find()) {
      Run run = Run.of(new byte[0], outputs.group(2).split(" "));
      String printed = outputs.group(1).equals("stdout") ? run.text() : run.report();
      String shown = outputs.group(3);
      assertThat(shows(shown, printed))
          .as("%s shows of `%s`:%n%s%nand it prints:%n%s", page, outputs.group(2), shown, printed)
          .isTrue();
    }
  }

  @Test
  void theReadmeShowsOutput() throws IOException {
    assertThat(OUTPUT.matcher(Files.readString(Path.of("README.md"))).results().count())
        .isGreaterThanOrEqualTo(3);
  }

  /** True when the pieces between the lines of {@code …} stand in the text in this order. */
  private static boolean shows(String shown, String printed) {
    String[] pieces = shown.split("(?m)^ *…\\n", -1);
    int at = 0;
    for (int i = 0; i < pieces.length; i++) {
      int found =
          i == 0 ? (printed.startsWith(pieces[0]) ? 0 : -1) : printed.indexOf(pieces[i], at);
      if (found < 0) {
        return false;
      }
      at = found + pieces[i].length();
    }
    return pieces[pieces.length - 1].isEmpty() || at == printed.length();
  }
}
