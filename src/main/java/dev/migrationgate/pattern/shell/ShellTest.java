package dev.migrationgate.pattern.shell;

import java.util.List;
import java.util.Optional;

/** {@code [ … ]}, {@code test} and {@code [[ … ]]}, as far as what they compare is known. */
final class ShellTest {
  private ShellTest() {}

  /**
   * What a test comes to, empty where nobody knows.
   *
   * @param words with the program, and the bracket at the end
   */
  static Optional<Boolean> of(List<String> words, ShellState state) {
    int end = words.get(words.size() - 1).equals("]") ? words.size() - 1 : words.size();
    List<String> operands = words.subList(1, Math.max(end, 1));
    boolean not = !operands.isEmpty() && operands.get(0).equals("!");
    Optional<Boolean> result = plain(operands.subList(not ? 1 : 0, operands.size()), state);
    return result.isPresent() ? Optional.of(result.get() != not) : result;
  }

  /** True where a test looks at how a command ended. */
  static boolean looksAtError(List<String> words, ShellState state) {
    for (String word : words) {
      boolean open = word.indexOf('$') >= 0;
      if (open && state.valueOf(word).orElse("").equals(ShellState.ERROR)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Boolean> plain(List<String> operands, ShellState state) {
    if (operands.size() == 2) {
      Optional<String> value = state.valueOf(operands.get(1));
      return switch (operands.get(0)) {
        case "-z" -> value.isPresent() ? Optional.of(value.get().isEmpty()) : Optional.empty();
        case "-n" -> value.isPresent() ? Optional.of(!value.get().isEmpty()) : Optional.empty();
        default -> Optional.empty();
      };
    }
    if (operands.size() != 3) {
      return Optional.empty();
    }
    Optional<String> left = state.valueOf(operands.get(0));
    Optional<String> right = state.valueOf(operands.get(2));
    return left.isEmpty() || right.isEmpty()
        ? Optional.empty()
        : compare(left.get(), operands.get(1), right.get());
  }

  private static Optional<Boolean> compare(String left, String operator, String right) {
    boolean texts = operator.equals("=") || operator.equals("==") || operator.equals("!=");
    if (right.equals(ShellState.ERROR)) {
      return left.equals("0") && (texts || operator.equals("-eq") || operator.equals("-ne"))
          ? compare(right, operator, left)
          : Optional.empty();
    }
    if (left.equals(ShellState.ERROR)) {
      return right.equals("0") ? errorToZero(operator) : Optional.empty();
    }
    if (texts) {
      return Optional.of(left.equals(right) != operator.equals("!="));
    }
    return isNumber(left) && isNumber(right)
        ? numbers(Integer.parseInt(left), operator, Integer.parseInt(right))
        : Optional.empty();
  }

  private static Optional<Boolean> errorToZero(String operator) {
    return switch (operator) {
      case "=", "==", "-eq", "-lt", "-le" -> Optional.of(false);
      case "!=", "-ne", "-gt", "-ge" -> Optional.of(true);
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> numbers(int left, String operator, int right) {
    return switch (operator) {
      case "-eq" -> Optional.of(left == right);
      case "-ne" -> Optional.of(left != right);
      case "-lt" -> Optional.of(left < right);
      case "-le" -> Optional.of(left <= right);
      case "-gt" -> Optional.of(left > right);
      case "-ge" -> Optional.of(left >= right);
      default -> Optional.empty();
    };
  }

  private static boolean isNumber(String text) {
    boolean digits = !text.isEmpty() && text.length() < 9;
    for (int i = 0; i < text.length(); i++) {
      digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits;
  }
}
