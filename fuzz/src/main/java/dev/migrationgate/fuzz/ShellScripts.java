package dev.migrationgate.fuzz;

import dev.migrationgate.pattern.shell.ShellCommand;
import java.nio.charset.StandardCharsets;

/** Any text as a shell script: it is taken apart, and nothing is made up. */
public final class ShellScripts {
  private ShellScripts() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    String script = new String(data, StandardCharsets.UTF_8);
    int characters = 0;
    for (ShellCommand command : ShellCommand.parse(script)) {
      if (command.words().isEmpty()) {
        throw new AssertionError("a command without words");
      }
      for (String word : command.words()) {
        characters += word.length();
      }
      if (command.call().size() > command.words().size() || command.program().indexOf('/') >= 0) {
        throw new AssertionError("no call of " + command);
      }
    }
    if (characters > script.length()) {
      throw new AssertionError("more is read than is written");
    }
  }
}
