package dev.migrationgate.pattern;

import dev.migrationgate.krm.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells which Jobs are migrations, by weighing what their name, image and command say. */
final class MigrationDetector {
  private static final int ENOUGH = 2;

  private final Set<String> declared;
  private final Set<String> awaited;

  /**
   * @param declared the Jobs that the configuration calls migrations
   * @param awaited the Jobs that some gate waits for
   */
  MigrationDetector(Set<String> declared, Set<String> awaited) {
    this.declared = declared;
    this.awaited = awaited;
  }

  /** The Job as a migration, empty where it is none. */
  Optional<MigrationJob> detect(Resource resource) {
    Optional<PodTemplate> pod = PodTemplate.of(resource);
    if (!resource.is("batch", "Job") || pod.isEmpty()) {
      return Optional.empty();
    }
    List<String> evidence = new ArrayList<>();
    String tool = "";
    int weight = 0;
    if (namedIn(declared, resource)) {
      evidence.add("the configuration names it");
      weight += 10;
    }
    if (namedIn(awaited, resource)) {
      evidence.add("a gate waits for it");
      weight += 3;
    }
    weight += weighName(resource.name(), "name", evidence);
    for (Container container : pod.get().containers()) {
      Optional<String> found = toolOf(container);
      if (found.isPresent()) {
        tool = found.get();
        evidence.add("its command runs " + tool);
        weight += 3;
      }
      weight += weighName(container.image().basename(), "image", evidence);
      weight += weighName(container.name(), "container name", evidence) / 2;
      weight += weighScripts(container, evidence);
    }
    return weight >= ENOUGH
        ? Optional.of(new MigrationJob(resource, pod.get(), tool, evidence))
        : Optional.empty();
  }

  private static boolean namedIn(Set<String> names, Resource resource) {
    for (String name : resource.names()) {
      if (names.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static int weighName(String name, String what, List<String> evidence) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String other : MigrationSignals.OTHER_WORK) {
      if (lower.contains(other)) {
        return -3;
      }
    }
    for (String word : MigrationSignals.NAME_WORDS) {
      if (lower.contains(word)) {
        evidence.add("its " + what + " \"" + name + "\" says so");
        return 2;
      }
    }
    return 0;
  }

  private static Optional<String> toolOf(Container container) {
    List<ShellCommand> commands = CommandLine.of(container).commands();
    for (ShellCommand command : commands) {
      for (CommandSignal signal : MigrationSignals.COMMANDS) {
        if (signal.matches(command.words()) && !onlyChecks(command.words())) {
          return Optional.of(signal.tool());
        }
      }
    }
    String basename = container.image().basename();
    for (MigrationSignals.ToolImage image : MigrationSignals.IMAGES) {
      if (image.basename().equals(basename) && hasWord(commands, image.arguments())) {
        return Optional.of(image.tool());
      }
    }
    return Optional.empty();
  }

  /** The same tools can look without touching anything. */
  private static boolean onlyChecks(List<String> words) {
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

  /** {@code npm run db:migrate}, {@code ./migrate.sh}, {@code --migrate}. */
  private static int weighScripts(Container container, List<String> evidence) {
    for (ShellCommand command : CommandLine.of(container).commands()) {
      for (String word : command.words()) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.contains("migrat") && lower.indexOf(' ') < 0) {
          evidence.add("its command says \"" + word + "\"");
          return 2;
        }
      }
    }
    return 0;
  }
}
