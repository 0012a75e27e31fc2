package dev.migrationgate.pattern.pod;

import dev.migrationgate.pattern.shell.ShellCall;
import dev.migrationgate.pattern.shell.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a container runs: the words of its command and args, or the script that a shell gets.
 *
 * @param commands the simple commands: one where no shell is involved, none where the image decides
 * @param stopsAtErrors true when a shell was started with {@code -e}
 */
public record CommandLine(List<ShellCommand> commands, boolean stopsAtErrors) {
  /** Images that start the program of their own name. */
  private static final Set<String> ENTRYPOINTS =
      Set.of("flyway", "liquibase", "kong", "dbmate", "atlas", "airflow");

  public CommandLine {
    commands = List.copyOf(commands);
  }

  /** Reads a container's command line, with what its environment puts in. */
  public static CommandLine of(Container container) {
    List<String> words = new ArrayList<>();
    for (Container.Word word : container.words()) {
      words.add(word.text());
    }
    Optional<ShellCall> shell = scriptIn(words);
    if (shell.isPresent()) {
      return new CommandLine(
          unfold(ShellCommand.parse(shell.get().operand())), shell.get().options().stopsAtErrors());
    }
    String entrypoint = container.image().basename();
    if (ENTRYPOINTS.contains(entrypoint) && container.node().items("command").isEmpty()) {
      words.add(0, entrypoint);
    }
    return new CommandLine(
        words.isEmpty() ? List.of() : List.of(new ShellCommand(words, "")), false);
  }

  /** Puts the script of {@code timeout 300 sh -c '…'} in the place of that command. */
  private static List<ShellCommand> unfold(List<ShellCommand> commands) {
    List<ShellCommand> flat = new ArrayList<>();
    for (ShellCommand command : commands) {
      Optional<ShellCall> shell = scriptIn(command.call());
      if (shell.isEmpty()) {
        flat.add(command);
        continue;
      }
      List<ShellCommand> inner = unfold(ShellCommand.parse(shell.get().operand()));
      for (int i = 0; i < inner.size(); i++) {
        boolean last = i == inner.size() - 1;
        flat.add(last ? new ShellCommand(inner.get(i).words(), command.operator()) : inner.get(i));
      }
    }
    return flat;
  }

  private static Optional<ShellCall> scriptIn(List<String> words) {
    Optional<ShellCall> shell = ShellCall.of(words);
    return shell.isPresent() && shell.get().isScript() ? shell : Optional.empty();
  }
}
