package dev.migrationgate.pattern.migration;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.pattern.shell.HiddenError;
import dev.migrationgate.pattern.shell.ShellCall;
import dev.migrationgate.pattern.shell.ShellCommand;
import dev.migrationgate.pattern.shell.ShellNode;
import dev.migrationgate.pattern.shell.ShellOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A container whose script, or whose database's client, ends well although its migration failed.
 *
 * @param word the word of the container's command line with the script, or with its file
 * @param command what migrates, without its arguments
 * @param how what keeps the failure from being the script's
 * @param certain true unless what runs behind the migration may fail for reasons of its own, or
 *     what is not in sight may keep the failure
 * @param remedy what makes the database's client stop at an error, empty where it does, and where
 *     none migrates
 */
public record HiddenFailure(
    Container container,
    Container.Word word,
    String command,
    HiddenError how,
    boolean certain,
    String remedy) {

  /** A script, and the options of the shell that runs it. */
  private record Script(String text, ShellOptions options, Container.Word word) {}

  /** The containers of a pod that hide their migration's failure, init containers first. */
  public static List<HiddenFailure> in(PodTemplate pod, Resource owner, MountedScripts scripts) {
    List<HiddenFailure> found = new ArrayList<>();
    for (Container container : pod.allContainers()) {
      Optional<HiddenFailure> failure = in(container, owner, scripts);
      if (failure.isPresent()) {
        found.add(failure.get());
      }
    }
    return found;
  }

  /** The same of one container. */
  public static Optional<HiddenFailure> in(
      Container container, Resource owner, MountedScripts scripts) {
    Optional<Script> script = scriptOf(container, owner, scripts);
    Optional<ShellNode> node =
        script.isPresent() ? ShellNode.parse(script.get().text()) : clientOf(container);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    List<ShellCommand> all = commandsIn(node.get());
    MigrationCommands migrations = new MigrationCommands(all);
    String text = script.isPresent() ? script.get().text() : "";
    ShellOptions options = script.isPresent() ? script.get().options() : ShellOptions.NONE;
    // One command alone has its status.
    Optional<HiddenError.Found> error =
        all.size() < 2 ? Optional.empty() : HiddenError.in(node.get(), text, options, migrations);
    String name = "";
    boolean client = false;
    for (ShellCommand command : all) {
      name = name.isEmpty() ? migrations.name(command).orElse("") : name;
      client |= SqlClient.isOne(command.program());
    }
    String remedy = "";
    boolean certain = true;
    if (client) {
      UnstoppedClients clients =
          new UnstoppedClients(all, migrations, container, owner, scripts, text);
      remedy = clients.remedy();
      if (error.isEmpty() && !clients.areNone()) {
        error = HiddenError.in(node.get(), text, options, clients);
        certain = clients.areCertain();
      }
    }
    return error.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new HiddenFailure(
                container,
                script.isPresent() ? script.get().word() : container.words().get(0),
                name.isEmpty() ? "the migration" : name,
                error.get().how(),
                error.get().certain() && certain,
                remedy));
  }

  private static List<ShellCommand> commandsIn(ShellNode node) {
    List<ShellCommand> commands = new ArrayList<>();
    if (node instanceof ShellNode.Simple simple) {
      commands.add(simple.command());
    }
    for (ShellNode child : node.children()) {
      commands.addAll(commandsIn(child));
    }
    return commands;
  }

  /** The client of a database that a container starts without a shell. */
  private static Optional<ShellNode> clientOf(Container container) {
    List<String> words = new ArrayList<>();
    for (Container.Word word : container.words()) {
      words.add(word.text());
    }
    ShellCommand command = new ShellCommand(words, "");
    return SqlClient.isOne(command.program())
        ? Optional.of(new ShellNode.Simple(command))
        : Optional.empty();
  }

  private static Optional<Script> scriptOf(
      Container container, Resource owner, MountedScripts scripts) {
    List<String> words = new ArrayList<>();
    for (Container.Word word : container.words()) {
      words.add(word.text());
    }
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Optional<ShellCall> shell = ShellCall.of(words);
    String file = shell.isPresent() ? shell.get().operand() : words.get(0);
    Container.Word word = container.word(file).orElse(container.words().get(0));
    Optional<String> mounted = scripts.text(file, container, owner);
    if (mounted.isPresent()) {
      boolean direct = shell.isEmpty() || shell.get().isScript();
      Optional<ShellOptions> options =
          direct ? optionsOf(mounted.get()) : Optional.of(shell.get().options());
      return options.isPresent()
          ? Optional.of(new Script(mounted.get(), options.get(), word))
          : Optional.empty();
    }
    return shell.isPresent() && shell.get().isScript()
        ? Optional.of(new Script(file, shell.get().options(), word))
        : Optional.empty();
  }

  /** What the first line of a script says; empty where it is none of a shell. */
  private static Optional<ShellOptions> optionsOf(String text) {
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    if (!line.startsWith("#!")) {
      return Optional.empty();
    }
    List<String> words = List.of(line.substring(2).trim().split(" "));
    for (int i = 0; i < words.size(); i++) {
      if (ShellCall.isShell(words.get(i))) {
        return Optional.of(ShellOptions.NONE.with(words.subList(i + 1, words.size())));
      }
    }
    return Optional.empty();
  }
}
