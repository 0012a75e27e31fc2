package dev.migrationgate.pattern.migration;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.shell.FailingCommands;
import dev.migrationgate.pattern.shell.ShellCommand;
import dev.migrationgate.pattern.shell.ShellInput;
import dev.migrationgate.yaml.Node;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The commands of a container that start a database's client which changes the schema, goes on
 * after a statement that failed, and ends with 0.
 */
final class UnstoppedClients implements FailingCommands {
  /** Images with a client and no startup file for it, beside those of systems and languages. */
  private static final Set<String> BARE = Set.of("postgres", "postgis/postgis");

  /** Behind so many the others are taken for such as stop. */
  private static final int MOST = 100;

  private final Container container;
  private final Resource owner;
  private final MountedScripts scripts;
  private final String script;
  private final Set<ShellCommand> found = Collections.newSetFromMap(new IdentityHashMap<>());
  private String remedy = "";
  private boolean certain;

  /**
   * @param commands all of the script, in their order
   * @param migrations those that migrate
   * @param script the text that they stand in, empty for none
   */
  UnstoppedClients(
      List<ShellCommand> commands,
      MigrationCommands migrations,
      Container container,
      Resource owner,
      MountedScripts scripts,
      String script) {
    this.container = container;
    this.owner = owner;
    this.scripts = scripts;
    this.script = script;
    int asked = 0;
    for (ShellCommand command : commands) {
      Optional<SqlClient> client =
          asked < MOST && migrations.include(command) ? SqlClient.of(command) : Optional.empty();
      if (client.isPresent()) {
        asked++;
        add(client.get(), command, commands);
      }
    }
  }

  @Override
  public boolean include(ShellCommand command) {
    return found.contains(command);
  }

  @Override
  public boolean endWell() {
    return true;
  }

  boolean areNone() {
    return found.isEmpty();
  }

  /** What makes the first that certainly goes on stop, else the first. */
  String remedy() {
    return remedy;
  }

  /** True where one of them certainly goes on. */
  boolean areCertain() {
    return certain;
  }

  private void add(SqlClient client, ShellCommand command, List<ShellCommand> commands) {
    Optional<String> wanted = client.remedy();
    if (wanted.isEmpty() || isStoppedFromOutside(client, commands)) {
      return;
    }
    boolean changes = false;
    boolean surely = false;
    for (ShellInput input : client.given()) {
      Optional<String> text = textOf(input);
      if (client.isStoppedBy(text.orElse(""))) {
        return;
      }
      boolean migrates =
          text.isPresent()
              ? client.tellsOfSchema(text.get())
              : SchemaWork.isForSchema(input.file());
      changes |= migrates;
      boolean plain = text.isPresent() && isWhole(client, text.get());
      surely |= migrates && (plain || client.heedsNoStatement());
    }
    if (!changes || !surely && mountsWhatStops(client)) {
      return;
    }
    found.add(command);
    boolean sure = surely && client.isCertain(isBare());
    if (remedy.isEmpty() || sure && !certain) {
      remedy = wanted.get();
    }
    certain |= sure;
  }

  /** What a client reads, empty where it is not in sight. */
  private Optional<String> textOf(ShellInput input) {
    if (input.file().isEmpty()) {
      return Optional.of(input.text());
    }
    String folder = container.node().text("workingDir").orElse("");
    String file = pathOf(input.file());
    boolean relative = !file.startsWith("/") && !folder.isEmpty();
    return scripts.text(relative ? folder + "/" + file : file, container, owner);
  }

  /** {@code /sql/*.sql} for {@code $file} inside of {@code for file in /sql/*.sql}. */
  private String pathOf(String file) {
    boolean braces = file.startsWith("${") && file.endsWith("}");
    String name = braces ? file.substring(2, file.length() - 1) : file.substring(1);
    String loop = "for " + name + " in ";
    int at = file.startsWith("$") ? script.indexOf(loop) : -1;
    if (at < 0 || script.indexOf(loop, at + 1) >= 0) {
      return file;
    }
    int end = at + loop.length();
    while (end < script.length() && ";\n ".indexOf(script.charAt(end)) < 0) {
      end++;
    }
    String next = script.substring(end).trim();
    boolean alone = next.startsWith(";") || next.startsWith("do");
    return alone ? script.substring(at + loop.length(), end) : file;
  }

  /** True for a text that reads no other, and into which the shell puts nothing. */
  private static boolean isWhole(SqlClient client, String text) {
    return client.filesIn(text).isEmpty()
        && !text.contains("\\if")
        && !text.contains("$(")
        && !text.contains("${")
        && text.indexOf('`') < 0;
  }

  private boolean isBare() {
    return BARE.contains(container.image().canonicalRepository())
        || MigrationDetector.isOfTool(container.image());
  }

  /** True where the script, a variable or a startup file may make the client stop. */
  private boolean isStoppedFromOutside(SqlClient client, List<ShellCommand> commands) {
    if (client.isStoppedBy(script)) {
      return true;
    }
    for (ShellCommand command : commands) {
      for (String word : command.words()) {
        int equals = word.indexOf('=');
        boolean assigns = equals > 0 && word.charAt(0) != '-' && !word.startsWith("$(", equals + 1);
        if (assigns && client.isStoppedByOption(word.substring(equals))) {
          return true;
        }
      }
    }
    for (Node variable : container.node().items("env")) {
      String name = variable.text("name").orElse("");
      String value = variable.text("value").orElse("");
      if (client.isStoppedBy(name + "=" + value) || client.isStoppedByOption(value)) {
        return true;
      }
    }
    for (Node mount : container.node().items("volumeMounts")) {
      String path = mount.text("mountPath").orElse("") + "/" + mount.text("subPath").orElse("");
      if (client.isStoppedBy(path)) {
        return true;
      }
    }
    return false;
  }

  /** True where a file of which the name is not known may be one that makes the client stop. */
  private boolean mountsWhatStops(SqlClient client) {
    for (String text : scripts.texts(container, owner)) {
      if (!text.equals(script) && client.isStoppedBy(text)) {
        return true;
      }
    }
    return false;
  }
}
