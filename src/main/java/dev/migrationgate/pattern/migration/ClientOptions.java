package dev.migrationgate.pattern.migration;

import java.util.ArrayList;
import java.util.List;

/**
 * The options of a database's client in their order, as {@code getopt_long} reads them: {@code -qf
 * FILE}, {@code -fFILE}, {@code --file=FILE}, also behind operands.
 */
final class ClientOptions {
  private final List<String> names = new ArrayList<>();
  private final List<String> values = new ArrayList<>();

  /**
   * @param call the program, and the words behind it
   * @param withValue the letters behind which a value stands, in the same word or in the next
   * @param maybe the letters that may have one in the same word
   */
  ClientOptions(List<String> call, String withValue, String maybe) {
    int at = 1;
    while (at < call.size()) {
      String word = call.get(at);
      String next = at + 1 < call.size() ? call.get(at + 1) : "";
      boolean takesNext = false;
      if (word.startsWith("--")) {
        int equals = word.indexOf('=');
        String name = letterOf(equals < 0 ? word : word.substring(0, equals));
        takesNext = equals < 0 && name.length() == 1 && withValue.contains(name);
        add(name, equals >= 0 ? word.substring(equals + 1) : takesNext ? next : "");
      } else if (word.startsWith("-") && word.length() > 1) {
        takesNext = letters(word, next, withValue, maybe);
      } else {
        add("", word);
      }
      at += takesNext ? 2 : 1;
    }
  }

  /** How many there are, operands included. */
  int size() {
    return names.size();
  }

  /** The letter of one of them, its name where it has no letter, nothing for an operand. */
  String name(int index) {
    return names.get(index);
  }

  String value(int index) {
    return values.get(index);
  }

  /** The place of the last one of this name, -1 where there is none. */
  int lastOf(String name) {
    return names.lastIndexOf(name);
  }

  boolean has(String name) {
    return names.contains(name);
  }

  private void add(String name, String value) {
    names.add(name);
    values.add(value);
  }

  /** True where the last letter has the next word for its value. */
  private boolean letters(String word, String next, String withValue, String maybe) {
    for (int i = 1; i < word.length(); i++) {
      char letter = word.charAt(i);
      String rest = word.substring(i + 1);
      if (withValue.indexOf(letter) >= 0) {
        add(String.valueOf(letter), rest.isEmpty() ? next : rest);
        return rest.isEmpty();
      }
      if (maybe.indexOf(letter) >= 0) {
        add(String.valueOf(letter), rest);
        return false;
      }
      add(String.valueOf(letter), "");
    }
    return false;
  }

  private static String letterOf(String name) {
    return switch (name) {
      case "--file", "--force" -> "f";
      case "--command" -> "c";
      case "--single-transaction" -> "1";
      case "--no-psqlrc" -> "X";
      case "--execute" -> "e";
      case "--input-file" -> "i";
      case "--query" -> "Q";
      case "--exit-on-error" -> "b";
      case "--error-severity-level" -> "V";
      default -> name;
    };
  }
}
