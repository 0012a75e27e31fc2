package dev.migrationgate.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellCommandTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '~',
      textBlock =
          """
          a b && c ^ a,b && | c
          a|b || c ^ a | | b || | c
          a 2>&1 >/dev/null ^ a,2>&1,>/dev/null
          a &>/dev/null ^ a,&>/dev/null
          a & b ^ a & | b
          a 'b c' "d e" ^ a,b c,d e
          a "$(b "c d")" e ^ a,$(b "c d"),e
          a $(b | c) d ^ a,$(b | c),d
          a || (b && c) ^ a || | {,b && | c ; | }
          a;b ^ a ; | b
          """)
  void partsWordsAndCommands(String script, String expected) {
    List<String> commands = new ArrayList<>();
    for (ShellCommand command : ShellCommand.parse(script)) {
      String operator = command.operator().isEmpty() ? "" : " " + command.operator();
      commands.add(String.join(",", command.words()) + operator);
    }
    assertThat(String.join(" | ", commands)).isEqualTo(expected);
  }

  @Test
  void joinsContinuedLinesAndDropsComments() {
    List<ShellCommand> commands =
        ShellCommand.parse("# first\nkubectl wait \\\n  job/x # why\ndone");
    assertThat(commands).hasSize(2);
    assertThat(commands.get(0).words()).containsExactly("kubectl", "wait", "job/x");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          kubectl wait, kubectl
          /usr/bin/kubectl wait, kubectl
          until ! kubectl wait, kubectl
          A=1 B=2 exec kubectl wait, kubectl
          timeout 300 kubectl wait, kubectl
          timeout -k 5 5m kubectl wait, kubectl
          A=1, ''
          """)
  void namesTheProgramBehindKeywordsAndWrappers(String script, String program) {
    assertThat(ShellCommand.parse(script).get(0).program()).isEqualTo(program);
  }
}
