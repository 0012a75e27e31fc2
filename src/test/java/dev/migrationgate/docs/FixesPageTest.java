package dev.migrationgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page on fixes shows a bare package and what {@code fix --wire} makes of it, as it is now.
 * {@code mvn test -Dmigrationgate.approve=true} writes the page anew.
 */
class FixesPageTest {
  private static final Path PAGE = Path.of("docs/fixes.md");
  private static final Path BARE = Path.of("testdata/docs/bare");
  private static final String START =
      "<!-- made by the program: mvn test -Dtest=FixesPageTest -Dmigrationgate.approve=true -->\n";
  private static final String END = "<!-- end -->\n";

  @TempDir private Path folder;

  @Test
  void showsWhatTheProgramMakes() throws IOException {
    for (Path file : files(BARE)) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    Run run = Run.of(new byte[0], "fix", "--wire", folder.toString());
    assertThat(run.exitCode()).as(run.text() + run.report()).isZero();
    StringBuilder shown = new StringBuilder(START);
    shown.append("\n```console\n$ migration-gate fix --wire k8s\n");
    shown.append(run.text().replace(folder.toString(), "k8s")).append("```\n");
    for (Path file : files(BARE)) {
      String before = Files.readString(file);
      String after = Files.readString(folder.resolve(file.getFileName()));
      if (!before.equals(after)) {
        shown.append("\n`k8s/").append(file.getFileName()).append("`, before and after:\n\n");
        shown.append("<table><tr valign=\"top\"><td>\n\n```yaml\n").append(before);
        shown.append("```\n\n</td><td>\n\n```yaml\n").append(after);
        shown.append("```\n\n</td></tr></table>\n");
      }
    }
    shown.append('\n').append(END);
    String page = Files.readString(PAGE);
    String expected =
        page.substring(0, page.indexOf(START))
            + shown
            + page.substring(page.indexOf(END) + END.length());
    if (Boolean.getBoolean("migrationgate.approve")) {
      Files.writeString(PAGE, expected);
    } else {
      assertThat(page).as("docs/fixes.md against what comes out now").isEqualTo(expected);
    }
  }

  @Test
  void whatIsMendedStaysAsItIs() throws IOException {
    for (Path file : files(BARE)) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    Run.of(new byte[0], "fix", "--wire", folder.toString());
    Run again = Run.of(new byte[0], "fix", "--wire", folder.toString());
    assertThat(again.text()).contains("0 files changed; 0 findings mended, ");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
