package dev.migrationgate.pattern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tests come to behind a failed command, where {@code $n} is 5 and {@code $e} its status. */
class ShellTestTest {
  private static final ShellState STATE =
      ShellState.first(ShellOptions.NONE)
          .with("n", Optional.of("5"))
          .with("none", Optional.of(""))
          .with("e", Optional.of(ShellState.ERROR))
          .afterFailure();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ $? -ne 0 ]",
        "[ $? != 0 ]",
        "[ 0 -ne $? ]",
        "[ 0 != $? ]",
        "[ $e -gt 0 ]",
        "[ $e -ge 0 ]",
        "[ ! $? -eq 0 ]",
        "[ ! 0 -eq $? ]",
        "[ ! 0 == $? ]",
        "[ ! 0 = $? ]",
        "[ ! $e -lt 0 ]",
        "[ ! $e -le 0 ]",
        "[ ! $e == 0 ]",
        "[[ ${?} -ne 0",
        "test $? -ne 0",
        "[ -n $? ]",
        "[ -z $none ]",
        "[ ! -n $none ]",
        "[ ! -z $n ]",
        "[ $n = 5 ]",
        "[ $n == 5 ]",
        "[ ${n:-1} != 6 ]",
        "[ ! $n = 6 ]",
        "[ ! $n != 5 ]",
        "[ $n -eq 05 ]",
        "[ $n -ne 6 ]",
        "[ $n -lt 6 ]",
        "[ $n -le 5 ]",
        "[ $n -gt 4 ]",
        "[ $n -ge 5 ]",
        "[ ! $n -eq 6 ]",
        "[ ! $n -ne 5 ]",
        "[ ! $n -lt 5 ]",
        "[ ! $n -le 4 ]",
        "[ ! $n -gt 5 ]",
        "[ ! $n -ge 6 ]",
        "[ 9 -ge 0 ]",
        "[ 99999999 -gt $n ]",
      })
  void holds(String test) {
    assertThat(of(test)).contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "[ ]",
        "[ ! ]",
        "[ $n ]",
        "[ -f $n ]",
        "[ -z $other ]",
        "[ -n $other ]",
        "[ $other -eq 5 ]",
        "[ 5 -eq $other ]",
        "[ $? -eq 1 ]",
        "[ 1 -eq $? ]",
        "[ 0 -lt $? ]",
        "[ $? -ef 0 ]",
        "[ $n -eq x ]",
        "[ x -eq $n ]",
        "[ $n -eq 5/ ]",
        "[ $n -eq : ]",
        "[ -5 -eq -5 ]",
        "[ 999999999 -gt $n ]",
        "[ $n -nt 5 ]",
        "[ $n = 5 -a 1 = 1 ]",
        "[ `a` = 5 ]",
      })
  void isOpen(String test) {
    assertThat(of(test)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[ $? -eq 0 ]", "[ -n $e ]", "[ 1 = ${e} ]", "[ a -o $e = 1 ]"})
  void looksAtTheError(String test) {
    assertThat(ShellTest.looksAtError(List.of(test.split(" ")), STATE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[ $n -eq 0 ]", "[ -n $other ]", "[ a = b ]"})
  void looksAtSomethingElse(String test) {
    assertThat(ShellTest.looksAtError(List.of(test.split(" ")), STATE)).isFalse();
  }

  private static Optional<Boolean> of(String test) {
    return ShellTest.of(List.of(test.split(" ")), STATE);
  }
}
