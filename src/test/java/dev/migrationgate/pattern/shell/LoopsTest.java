package dev.migrationgate.pattern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which loop holds the command {@code W} of a script. */
class LoopsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      textBlock =
          """
          W                                              ^ none
          until W; do sleep 1; done                      ^ condition
          until a; do W; done                            ^ body
          a; while ! b; do c; W; done                    ^ body
          for i in 1 2; do W; done                       ^ body
          until a && W; do b; done                       ^ condition
          while true && W; do b; done                    ^ condition
          until a; do b && W; done                       ^ body
          until a; do while b; do c; done && W; done     ^ body
          until a; do b; done; W                         ^ none
          until a; do until b; do c; done; W; done       ^ body
          done; W                                        ^ none
          while true; do W; done                         ^ endless body
          while :; do W; done                            ^ endless body
          until false; do W; done                        ^ endless body
          until true; do W; done                         ^ body
          while false; do W; done                        ^ body
          while true; do until W; do b; done; done       ^ condition
          if a; then while true; do W; done; fi          ^ endless body
          """)
  void holdsIt(String script, String expected) {
    List<ShellCommand> commands = ShellCommand.parse(script);
    Loops loops = new Loops(commands);
    int at = 0;
    while (!commands.get(at).program().equals("W")) {
      at++;
    }
    String held = loops.holdInBody(at) ? "body" : loops.hold(at) ? "condition" : "none";
    assertThat((loops.endlesslyHold(at) ? "endless " : "") + held).isEqualTo(expected);
  }
}
