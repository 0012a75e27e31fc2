package dev.migrationgate.pattern.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Containers;
import dev.migrationgate.pattern.shell.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which simple commands a container runs. */
class CommandLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          command: [rails, 'db:migrate']                                  | rails db:migrate
          command: [rails], args: ['a; b']                                | rails a; b
          command: [sh, -c, 'a b; c']                                     | a b / c
          command: [/bin/bash, -c], args: ['a; b']                        | a / b
          command: [ash, -c, a]                                           | a
          command: [dash, -c, a]                                          | a
          command: [zsh, -c, a]                                           | a
          command: [fish, -c, a]                                          | fish -c a
          command: [sh, -c, a, ignored]                                   | a
          command: [bash, -c, -e, 'a; b']                                 | a / b stops
          command: [sh, -ec, 'a; b']                                      | a / b stops
          command: [sh, -e, -c, 'a; b']                                   | a / b stops
          command: [sh, --help, -c, 'a; b']                               | a / b
          command: [sh, run.sh]                                           | sh run.sh
          command: [sh, -c]                                               | sh -c
          command: [sh]                                                   | sh
          command: [sh, '-', a]                                             | sh - a
          command: [tini, --, sh, -c, 'a; b']                             | a / b
          command: [env, timeout, '300', sh, -c, 'a; b']                  | a / b
          command: [/usr/bin/timeout, 5m, sh, -c, 'a; b']                 | a / b
          command: [timeout, '', sh, -c, a]                               | timeout  sh -c a
          command: [timeout, 5min, sh, -c, a]                             | timeout 5min sh -c a
          command: [run, sh, -c, 'a; b']                                  | run sh -c a; b
          command: [sh, -c, 'x; timeout 5 sh -c "a && b"; c']             | x / a / b / c
          command: [sh, -c, 'sh -c "sh -c a"; b']                         | a / b
          command: [kubectl, wait, '-c a']                                | kubectl wait -c a
          image: 'flyway:10', args: [migrate]                             | flyway migrate
          image: r/dbmate, args: [up]                                     | dbmate up
          image: 'flyway:10', command: [migrate]                          | migrate
          image: 'flyway:10'                                              | flyway
          image: shop, args: [migrate]                                    | migrate
          image: shop                                                     |
          """)
  void areRead(String fields, String expected) {
    CommandLine line = CommandLine.of(Containers.container("{" + fields + "}"));
    List<String> commands = new ArrayList<>();
    for (ShellCommand command : line.commands()) {
      commands.add(String.join(" ", command.words()));
    }
    assertThat(String.join(" / ", commands) + (line.stopsAtErrors() ? " stops" : ""))
        .isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      textBlock =
          """
          timeout 5 sh -c 'a && b' || c ^ && || ;
          timeout 5 sh -c 'a'           ^ ;
          """)
  void theLastCommandOfAScriptInAScriptIsFollowedByWhatFollowsTheScript(
      String script, String operators) {
    CommandLine line =
        CommandLine.of(Containers.container("{command: [sh, -c, \"" + script + "\"]}"));
    List<String> found = new ArrayList<>();
    for (ShellCommand command : line.commands()) {
      found.add(command.operator().isEmpty() ? ";" : command.operator());
    }
    assertThat(String.join(" ", found)).isEqualTo(operators);
  }
}
