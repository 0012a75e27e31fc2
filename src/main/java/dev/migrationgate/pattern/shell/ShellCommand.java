package dev.migrationgate.pattern.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * One simple command of a shell script: its words, and the operator behind it.
 *
 * @param words without quotes; expansions ({@code $X}, {@code $(…)}) stay as written
 * @param operator {@code ;}, {@code &&}, {@code ||}, {@code |}, {@code &}, or empty at the end; a
 *     line break counts as {@code ;}
 */
public record ShellCommand(List<String> words, String operator) {
  public ShellCommand {
    words = List.copyOf(words);
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
    private final String script;
    private final List<ShellCommand> commands = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int depth;
    private int at;

    Reader(String script) {
      this.script = script;
    }

    List<ShellCommand> commands() {
      while (at < script.length()) {
        step(script.charAt(at));
      }
      endCommand("");
      return commands;
    }

    private void step(char c) {
      switch (c) {
        case ' ', '\t', '\r' -> skip(1);
        case '\n', ';' -> operator(";", c == ';' && next() == ';' ? 2 : 1);
        case '&' -> operator(next() == '&' ? "&&" : "&", next() == '&' ? 2 : 1);
        case '|' -> operator(next() == '|' ? "||" : "|", next() == '|' ? 2 : 1);
        case '(' -> subshell();
        case ')' -> endSubshell();
        case '#' -> comment();
        case '\\' -> escape();
        case '\'' -> quoted('\'');
        case '"' -> quoted('"');
        case '$', '`' -> expansion(c);
        default -> add(c);
      }
    }

    private char next() {
      return at + 1 < script.length() ? script.charAt(at + 1) : '\0';
    }

    private void skip(int chars) {
      endWord();
      at += chars;
    }

    private void add(char c) {
      word.append(c);
      inWord = true;
      at++;
    }

    private void operator(String operator, int chars) {
      // A redirection such as 2>&1 or &>file is no end of a command.
      boolean behind = word.length() > 0 && word.charAt(word.length() - 1) == '>';
      if (operator.equals("&") && (behind || next() == '>')) {
        add('&');
        return;
      }
      endCommand(operator);
      at += chars;
    }

    /** A subshell fails as a group does, so it is read as one. */
    private void subshell() {
      boolean opens = !inWord;
      skip(1);
      if (opens) {
        words.add("{");
        depth++;
      }
    }

    private void endSubshell() {
      operator(";", 1);
      if (depth > 0) {
        depth--;
        words.add("}");
      }
    }

    private void comment() {
      if (inWord) {
        add('#');
        return;
      }
      int end = script.indexOf('\n', at);
      at = end < 0 ? script.length() : end;
    }

    private void escape() {
      if (next() == '\n') {
        at += 2;
      } else if (next() == '\r' && at + 2 < script.length() && script.charAt(at + 2) == '\n') {
        at += 3;
      } else {
        at++;
        if (at < script.length()) {
          add(script.charAt(at));
        }
      }
    }

    private void quoted(char quote) {
      inWord = true;
      at++;
      while (at < script.length() && script.charAt(at) != quote) {
        char c = script.charAt(at);
        // Quotes inside $(…) end at their like, not at the one outside.
        if (quote == '"' && c == '$' && next() == '(') {
          expansion(c);
          continue;
        }
        boolean escaped = c == '\\' && quote == '"' && (next() == '"' || next() == '\\');
        if (escaped) {
          at++;
        }
        word.append(script.charAt(at));
        at++;
      }
      at++;
    }

    /**
     * Keeps <code>$(…)</code>, <code>${…}</code> and backquotes whole: spaces in them part no
     * words.
     */
    private void expansion(char c) {
      char open = c == '`' ? '`' : next();
      if (c == '$' && open != '(' && open != '{') {
        add(c);
        return;
      }
      char close = open == '(' ? ')' : open == '{' ? '}' : '`';
      int from = at;
      int end = closing(open, close);
      word.append(script, from, end);
      inWord = true;
      at = end;
    }

    private int closing(char open, char close) {
      int depth = 0;
      for (int i = open == '`' ? at + 1 : at; i < script.length(); i++) {
        char c = script.charAt(i);
        if (c == open && open != close) {
          depth++;
        } else if (c == close) {
          depth--;
          if (depth <= 0) {
            return i + 1;
          }
        }
      }
      return script.length();
    }

    private void endWord() {
      if (inWord) {
        words.add(word.toString());
        word.setLength(0);
        inWord = false;
      }
    }

    private void endCommand(String operator) {
      endWord();
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
