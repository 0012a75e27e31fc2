package dev.migrationgate.cli;

import dev.migrationgate.terminal.Terminal;
import java.io.Console;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Model.CommandSpec;

/** Finds out what the output of this process is read on. */
final class Output {
  private static final int WIDEST = 100;
  private static final int NO_TERMINAL = 80;

  private Output() {}

  /** A terminal as wide as it is, up to what can be read well; 80 columns where it is none. */
  static Terminal of(CommandSpec command) {
    boolean colour = command.commandLine().getColorScheme().ansi().enabled();
    // Asks the terminal: picocli does so for its own help.
    int width =
        isTerminal()
            ? Math.min(command.usageMessage().autoWidth(true).width(), WIDEST)
            : NO_TERMINAL;
    return new Terminal(width, colour, isUnicode());
  }

  /** True when a person looks on, and does not read a file or a log later. */
  static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From JDK 22 on there is a console whether it is a terminal or not.
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** The locale's encoding, whatever Java itself writes in. */
  private static boolean isUnicode() {
    return System.getProperty("native.encoding", StandardCharsets.UTF_8.name()).startsWith("UTF");
  }
}
