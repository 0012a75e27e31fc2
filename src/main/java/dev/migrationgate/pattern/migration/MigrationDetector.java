package dev.migrationgate.pattern.migration;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.pod.CommandLine;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Image;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.pattern.shell.CommandSignal;
import dev.migrationgate.pattern.shell.ShellCommand;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells which Jobs are migrations, by weighing what their name, labels, image and command say. */
public final class MigrationDetector {
  private static final int ENOUGH = 2;
  private static final int CERTAIN = 10;
  private static final int TOOL = 3;
  private static final int WORD = 2;
  private static final int HINT = 1;
  private static final int OTHER_WORK = -3;

  private final Set<String> declared;
  private final Set<String> awaited;
  private final MountedScripts scripts;

  /**
   * @param declared the Jobs that the configuration calls migrations
   * @param awaited the Jobs that some gate waits for
   * @param scripts what Jobs may start beside what stands in them
   */
  public MigrationDetector(Set<String> declared, Set<String> awaited, MountedScripts scripts) {
    this.declared = declared;
    this.awaited = awaited;
    this.scripts = scripts;
  }

  /** The Job as a migration, empty where it is none. */
  public Optional<MigrationJob> detect(Resource resource) {
    Optional<PodTemplate> pod = PodTemplate.of(resource);
    if (!resource.is("batch", "Job") || pod.isEmpty()) {
      return Optional.empty();
    }
    Weighing weighing = new Weighing(resource, pod.get(), scripts);
    weighing.weigh(namedIn(declared, resource), namedIn(awaited, resource));
    return weighing.weight >= ENOUGH
        ? Optional.of(new MigrationJob(resource, pod.get(), weighing.tool, weighing.evidence))
        : Optional.empty();
  }

  /** The tool whose migration a container runs, empty where it runs none. */
  public static Optional<String> toolOf(Container container) {
    List<ShellCommand> commands = CommandLine.of(container).commands();
    Optional<String> called = toolCalledBy(commands);
    if (called.isPresent()) {
      return called;
    }
    String basename = container.image().basename();
    for (MigrationSignals.ToolImage image : MigrationSignals.IMAGES) {
      if (image.isNamedBy(basename) && hasWord(commands, image.arguments())) {
        return Optional.of(image.tool());
      }
    }
    return Optional.empty();
  }

  /** True for an image that the makers of a tool, or of a language, publish. */
  public static boolean isOfTool(Image image) {
    return MigrationSignals.PUBLISHED.contains(image.canonicalRepository());
  }

  private static Optional<String> toolCalledBy(List<ShellCommand> commands) {
    for (ShellCommand command : commands) {
      Optional<CommandSignal> signal = MigrationSignals.COMMANDS.in(command.words());
      if (signal.isPresent() && !onlyChecks(command.words())) {
        return Optional.of(signal.get().tool());
      }
    }
    return Optional.empty();
  }

  private static boolean namedIn(Set<String> names, Resource resource) {
    for (String name : resource.names()) {
      if (names.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** The same tools can look without touching anything. */
  static boolean onlyChecks(List<String> words) {
    return words.contains("--check") || words.contains("--plan") || words.contains("--dry-run");
  }

  private static boolean hasWord(List<ShellCommand> commands, List<String> words) {
    for (ShellCommand command : commands) {
      for (String word : command.words()) {
        if (words.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  private static final class Weighing {
    private final Resource resource;
    private final PodTemplate pod;
    private final MountedScripts scripts;
    private final List<String> evidence = new ArrayList<>();
    private String tool = "";
    private int weight;

    Weighing(Resource resource, PodTemplate pod, MountedScripts scripts) {
      this.resource = resource;
      this.pod = pod;
      this.scripts = scripts;
    }

    void weigh(boolean declared, boolean awaited) {
      if (declared) {
        add(CERTAIN, "the configuration names it");
      }
      if (awaited) {
        add(TOOL, "a gate waits for it");
      }
      weighName(resource.name(), "name", WORD);
      weighLabels();
      for (Container container : pod.initContainers()) {
        weighTool(container);
      }
      for (Container container : pod.containers()) {
        weighTool(container);
        weighName(container.image().basename(), "image", WORD);
        weighName(container.name(), "container name", HINT);
        weighWords(container);
        weighVariables(container);
      }
      weighSchema();
      if (tool.isEmpty() && !declared && !awaited && (empties(pod) || changesNoSchema())) {
        weight -= CERTAIN;
      }
    }

    /** What brings a schema without a word of a migration is asked for where no word was found. */
    private void weighSchema() {
      if (tool.isEmpty() && weight < ENOUGH) {
        for (SchemaWork.Sign sign : SchemaWork.of(resource, pod, scripts)) {
          add(sign.points(), sign.reason());
        }
      }
    }

    /** Versions of stored objects, volumes, users and indexes are migrated, too. */
    private boolean changesNoSchema() {
      if (FileMover.isRunBy(pod) || DatabaseCopy.isRunBy(pod)) {
        return true;
      }
      boolean client = false;
      for (Container container : pod.containers()) {
        if (MigrationWords.holdsAny(container.image().repository(), MigrationSignals.NO_SCHEMA)) {
          return true;
        }
        client |= !MigrationSignals.NO_CLIENTS.contains(container.image().basename());
      }
      return !client || MigrationWords.holdsAny(resource.name(), MigrationSignals.NO_SCHEMA);
    }

    /** An import from another system begins by emptying the tables. */
    private static boolean empties(PodTemplate pod) {
      for (Container container : pod.containers()) {
        for (Container.Word word : container.words()) {
          if (word.text().toLowerCase(Locale.ROOT).contains("truncate table")) {
            return true;
          }
        }
      }
      return false;
    }

    private void add(int points, String reason) {
      weight += points;
      evidence.add(reason);
    }

    /** A name that says both, such as migrate-and-seed, leaves it to the command. */
    private void weighName(String name, String what, int points) {
      if (isMigrationsName(name)) {
        add(points, "its " + what + " \"" + name + "\" says so");
      } else if (what.equals("name")
          && MigrationWords.tellOfOtherWork(name)
          && !MigrationWords.areIn(name)) {
        weight += OTHER_WORK;
      }
    }

    private static boolean isMigrationsName(String name) {
      return MigrationWords.areIn(name)
          && !MigrationWords.onlyLook(name)
          && !MigrationWords.tellOfOtherWork(name);
    }

    private void weighLabels() {
      List<Entry> labels = new ArrayList<>(resource.root().entries("metadata", "labels"));
      labels.addAll(pod.template().entries("metadata", "labels"));
      for (Entry label : labels) {
        String value = label.value().text().orElse("");
        String key = label.name().substring(label.name().lastIndexOf('/') + 1);
        if (MigrationSignals.LABELS.contains(key)
            && isMigrationsName(value)
            && !MigrationWords.onlyLook(resource.name())) {
          add(WORD, "its label " + label.name() + ": " + value + " says so");
          return;
        }
      }
    }

    private void weighTool(Container container) {
      Optional<String> found = toolOf(container);
      if (found.isPresent()) {
        tool = found.get();
        add(TOOL, "its command runs " + tool);
        return;
      }
      Optional<String> inScript = toolCalledBy(scripts.startedBy(container, resource));
      if (inScript.isPresent()) {
        tool = inScript.get();
        add(TOOL, "the script that it mounts runs " + tool);
      }
    }

    /** {@code npm run db:migrate}, {@code ./migrate.sh}, {@code --migrate}. */
    private void weighWords(Container container) {
      for (ShellCommand command : CommandLine.of(container).commands()) {
        for (String word : onlyLooks(command.words()) ? List.<String>of() : command.words()) {
          if (word.indexOf(' ') < 0
              && MigrationWords.areIn(word)
              && !isNegated(word)
              && !MigrationWords.areNotRun(word)) {
            add(WORD, "its command says \"" + word + "\"");
            return;
          }
        }
      }
    }

    /** {@code migrate.ts validate}: a command of its own, not one more option. */
    private static boolean onlyLooks(List<String> words) {
      for (String look : MigrationSignals.LOOKS_BEHIND) {
        if (words.contains(look)) {
          return true;
        }
      }
      return onlyChecks(words);
    }

    /** {@code RUN_MIGRATIONS=true}. */
    private void weighVariables(Container container) {
      for (Node variable : container.node().items("env")) {
        String name = variable.text("name").orElse("");
        if (MigrationWords.areIn(name)
            && !isNegated(name)
            && isOn(variable.text("value").orElse(""))) {
          add(WORD, "its variable " + name + " says so");
          return;
        }
      }
    }

    private static boolean isOn(String value) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "true", "1", "yes", "on" -> true;
        default -> false;
      };
    }

    private static boolean isNegated(String text) {
      return MigrationWords.holdsAny(text, MigrationSignals.NEGATIONS);
    }
  }
}
