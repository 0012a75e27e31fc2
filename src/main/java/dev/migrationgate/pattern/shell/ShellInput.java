package dev.migrationgate.pattern.shell;

import java.util.List;

/**
 * What a command of a script reads, as far as the script tells.
 *
 * @param given true where the script gives it something to read
 * @param file the file that it comes from, empty for none
 * @param text what stands in the script itself: a here-document, or the words of {@code echo}
 */
public record ShellInput(boolean given, String file, String text) {
  public static final ShellInput NONE = new ShellInput(false, "", "");

  /** A file. */
  public static ShellInput ofFile(String file) {
    return new ShellInput(true, file, "");
  }

  /** A text that stands in the script. */
  public static ShellInput ofText(String text) {
    return new ShellInput(true, "", text);
  }

  /** A part of a pipe, with what the part before it gives it to read. */
  static ShellNode behind(ShellNode before, ShellNode part) {
    return part instanceof ShellNode.Simple simple && !simple.command().input().given()
        ? new ShellNode.Simple(simple.command().reading(writtenBy(before)))
        : part;
  }

  /** What a command writes: of {@code cat}, and of what only changes it, what that reads. */
  private static ShellInput writtenBy(ShellNode node) {
    if (node instanceof ShellNode.Simple simple) {
      return writtenBy(simple.command());
    }
    String file = "";
    StringBuilder text = new StringBuilder();
    List<ShellNode> children = node.children();
    boolean pipe = node instanceof ShellNode.Pipeline;
    for (ShellNode child :
        pipe ? children.subList(children.size() - 1, children.size()) : children) {
      ShellInput written = writtenBy(child);
      file = file.isEmpty() ? written.file : file;
      text.append(written.text).append('\n');
    }
    return new ShellInput(true, file, text.toString());
  }

  private static ShellInput writtenBy(ShellCommand command) {
    List<String> words = command.call();
    ShellInput input = command.input();
    return switch (command.program()) {
      case "echo", "printf" -> ofText(String.join(" ", words.subList(1, words.size())));
      case "cat" -> writtenByCat(words, input);
      case "sed", "awk", "grep" ->
          // What is put in may be a statement, too.
          given(
              words.size() > 2 ? words.get(words.size() - 1) : input.file,
              input.text.isEmpty() ? String.join(" ", words) : input.text);
      case "tr", "envsubst", "tee" -> given(input.file, input.text);
      default -> given("", "");
    };
  }

  /** Several files are in sight at no one path. */
  private static ShellInput writtenByCat(List<String> words, ShellInput input) {
    boolean named = words.size() > 1 && !words.get(words.size() - 1).startsWith("-");
    return named
        ? ofFile(String.join(" ", words.subList(1, words.size())))
        : given(input.file, input.text);
  }

  private static ShellInput given(String file, String text) {
    return new ShellInput(true, file, text);
  }
}
