package dev.migrationgate.cli;

import dev.migrationgate.terminal.Lines;
import dev.migrationgate.terminal.Terminal;
import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the output of this process is read on.
 *
 * @param isTerminal true when a person looks on, and does not read a file or a log later
 * @param columns how wide it is, empty to ask the terminal
 * @param isUnicode true where more than ASCII can be shown
 */
record Screen(boolean isTerminal, OptionalInt columns, boolean isUnicode) {
  private static final int WIDEST = 100;
  private static final int NO_TERMINAL = 80;

  /** That of this process. */
  static Screen own() {
    return new Screen(hasTerminal(), OptionalInt.empty(), hasUnicode());
  }

  /** That of the program that a command belongs to. */
  static Screen of(CommandSpec command) {
    return ((CommandLineInterface) command.root().userObject()).screen();
  }

  /** A terminal as wide as it is, up to what can be read well; 80 columns where it is none. */
  Terminal terminal(CommandSpec command) {
    boolean colour = command.commandLine().getColorScheme().ansi().enabled();
    return new Terminal(width(command), colour, isUnicode);
  }

  /** Lines for people, broken where the terminal is too narrow; in a log each stays one. */
  String fitted(String text, CommandSpec command) {
    Terminal terminal = terminal(command);
    return isTerminal ? Lines.fitted(text, terminal) : terminal.printable(text);
  }

  private int width(CommandSpec command) {
    if (!isTerminal) {
      return NO_TERMINAL;
    }
    // Asks the terminal: picocli does so for its own help.
    return Math.min(
        columns.orElseGet(() -> command.usageMessage().autoWidth(true).width()), WIDEST);
  }

  private static boolean hasTerminal() {
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
  private static boolean hasUnicode() {
    return System.getProperty("native.encoding", StandardCharsets.UTF_8.name()).startsWith("UTF");
  }
}
