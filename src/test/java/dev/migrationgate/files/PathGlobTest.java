package dev.migrationgate.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationgate.krm.InvalidInput;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Random;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobTest {

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = ' ',
      textBlock =
          """
          *.yaml a.yaml true
          *.yaml k8s/a.yaml false
          k8s/** k8s/a/b.yaml true
          k8s/** k8s false
          **.yaml k8s/a.yaml true
          ?.yaml a.yaml true
          ?.yaml ab.yaml false
          ?a /a false
          [a-c]x bx true
          [a-c]x dx false
          [!a-c]x dx true
          [!a]x /x false
          [a-]x -x true
          [+-/]x /x false
          {a,bc}.yaml bc.yaml true
          {a,bc}.yaml ab.yaml false
          {,test-}a test-a true
          {*,b}/x a/x true
          \\*a *a true
          \\*a ba false
          a,b} a,b} true
          """)
  void matches(String glob, String path, boolean expected) {
    assertThat(new PathGlob(glob).matches(path)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = "[\n[]\n[a\n{a\n{a,{b}}\na\\\n[z-a]\n[a/b]")
  void isRefusedInOneLine(String glob) {
    assertThatThrownBy(() -> new PathGlob(glob))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(".migration-gate.yaml: the glob \"" + glob + "\": ");
  }

  /** Short globs over few characters hit most of what there is. */
  @Test
  void readsGlobsAsJavaDoes() {
    Random random = new Random(11);
    int compared = 0;
    for (int i = 0; i < 20_000; i++) {
      String glob = text(random, "ab/*?[]!-{},\\", 1 + random.nextInt(7));
      String path = text(random, "ab/-", 1 + random.nextInt(5)).replaceAll("/+", "/");
      PathMatcher java;
      try {
        java = FileSystems.getDefault().getPathMatcher("glob:" + glob);
      } catch (PatternSyntaxException e) {
        continue;
      }
      Path asPath = Path.of(path);
      if (asPath.toString().equals(path) && isUsual(glob)) {
        assertThat(new PathGlob(glob).matches(path))
            .as(glob + " " + path)
            .isEqualTo(java.matches(asPath));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(5_000);
  }

  /** Inside of brackets Java takes what its regular expressions do. */
  private static boolean isUsual(String glob) {
    return glob.indexOf('[') < 0 || glob.matches("[^\\[]*(\\[!?[ab](-b)?][^\\[]*)*");
  }

  private static String text(Random random, String characters, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }
}
