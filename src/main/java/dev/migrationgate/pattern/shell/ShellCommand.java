package dev.migrationgate.pattern.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * One simple command of a shell script: its words, and the operator behind it.
 *
 * @param words without quotes; expansions ({@code $X}, {@code $(…)}) stay as written
 * @param operator {@code ;}, {@code &&}, {@code ||}, {@code |}, {@code &}, or empty at the end; a
 *     line break counts as {@code ;}
 * @param input what it is given to read; known of the commands of a {@link ShellNode} alone
 */
public record ShellCommand(List<String> words, String operator, ShellInput input) {
  public ShellCommand {
    words = List.copyOf(words);
  }

  /** A command of which it is not known what it reads. */
  public ShellCommand(List<String> words, String operator) {
    this(words, operator, ShellInput.NONE);
  }

  /** The same with this to read. */
  ShellCommand reading(ShellInput other) {
    return new ShellCommand(words, operator, other);
  }

  /** Takes a script apart as far as finding commands needs: words, quotes, operators, comments. */
  public static List<ShellCommand> parse(String script) {
    return new Reader(script).commands();
  }

  /** The program that is called and its arguments, behind keywords, assignments and wrappers. */
  public List<String> call() {
    int at = 0;
    while (at < words.size() && isBefore(words.get(at))) {
      at += words.get(at).equals("timeout") ? lengthOfTimeout(at) : 1;
    }
    return words.subList(Math.min(at, words.size()), words.size());
  }

  /** The program's name without its path, empty where nothing is called. */
  public String program() {
    List<String> call = call();
    return call.isEmpty() ? "" : call.get(0).substring(call.get(0).lastIndexOf('/') + 1);
  }

  private static boolean isBefore(String word) {
    return switch (word) {
      case "if",
          "elif",
          "then",
          "else",
          "until",
          "while",
          "do",
          "!",
          "{",
          "time",
          "exec",
          "command",
          "nohup",
          "env",
          "nice",
          "sudo",
          "timeout" ->
          true;
      default -> {
        int equals = word.indexOf('=');
        yield equals > 0 && word.charAt(0) != '-' && word.substring(0, equals).indexOf('/') < 0;
      }
    };
  }

  /** {@code timeout -k 5 300}. */
  private int lengthOfTimeout(int at) {
    int length = 1;
    while (at + length < words.size() && words.get(at + length).startsWith("-")) {
      String option = words.get(at + length);
      length += option.equals("-k") || option.equals("-s") ? 2 : 1;
    }
    return length + 1;
  }

  private static final class Reader {
    private final ShellLexer lexer;
    private final List<ShellCommand> commands = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private int depth;

    Reader(String script) {
      this.lexer = new ShellLexer(script);
    }

    List<ShellCommand> commands() {
      ShellToken token = lexer.next();
      while (token.kind() != ShellToken.Kind.END) {
        step(token);
        token = lexer.next();
      }
      endCommand("");
      return commands;
    }

    private void step(ShellToken token) {
      switch (token.kind()) {
        case WORD -> words.add(token.text());
        case OPERATOR -> {
          boolean ends = token.is("\n") || token.is(";;");
          endCommand(ends ? ";" : token.text());
        }
        case OPEN -> openSubshell();
        case CLOSE -> closeSubshell();
        case OPEN_BEHIND_WORD, END -> {}
      }
    }

    /** A subshell fails as a group does, so it is read as one. */
    private void openSubshell() {
      words.add("{");
      depth++;
    }

    private void closeSubshell() {
      endCommand(";");
      if (depth > 0) {
        depth--;
        words.add("}");
      }
    }

    private void endCommand(String operator) {
      if (!words.isEmpty()) {
        commands.add(new ShellCommand(words, operator));
        words.clear();
      } else if (!operator.equals(";") && !operator.isEmpty() && !commands.isEmpty()) {
        ShellCommand last = commands.remove(commands.size() - 1);
        commands.add(new ShellCommand(last.words(), operator));
      }
    }
  }
}
