package dev.migrationgate.pattern.shell;

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
          a;;b ^ a ; | b
          a&&b||c ^ a && | b || | c
          a&b ^ a & | b
          a>&2 ^ a>&2
          a "b\\"c\\\\d" 'e\\f' g\\ h ^ a,b"c\\d,e\\f,g h
          a '' "" b ^ a,,,b
          a b#c #d ^ a,b#c
          a ${b c} $d $( e ^ a,${b c},$d,$( e
          a `b c` d ^ a,`b c`,d
          a $(b $(c d) e) f ^ a,$(b $(c d) e),f
          a "`b`" ^ a,`b`
          a"b"'c'd ^ abcd
          a "b ^ a,b
          a b() ^ a,b ;
          ) a ^ a
          (a; b) & c ^ {,a ; | b ; | } & | c
          a & ^ a &
          a \\ ^ a
          a $ b ^ a,$,b
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

  @Test
  void windowsLineBreaksContinueLinesToo() {
    assertThat(ShellCommand.parse("a \\\r\n  b\r\nc\r\n"))
        .containsExactly(
            new ShellCommand(List.of("a", "b"), ";"), new ShellCommand(List.of("c"), ";"));
    assertThat(ShellCommand.parse("a \\\r"))
        .containsExactly(new ShellCommand(List.of("a", "\r"), ""));
  }

  @Test
  void anOperatorOnItsOwnLineBelongsToTheCommandBefore() {
    assertThat(ShellCommand.parse("a\n|| b\n\n;c"))
        .extracting(ShellCommand::operator)
        .containsExactly("||", ";", "");
    assertThat(ShellCommand.parse("&& a")).hasSize(1);
    assertThat(ShellCommand.parse("# nothing")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          timeout -s KILL 300 kubectl wait, kubectl
          timeout --foreground 300 kubectl wait, kubectl
          timeout, ''
          timeout -k, ''
          --a=b wait, --a=b
          a/b=c wait, b=c
          =a wait, =a
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
