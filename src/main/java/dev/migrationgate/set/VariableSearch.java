package dev.migrationgate.set;

import dev.migrationgate.config.Config;
import dev.migrationgate.config.ConfigReader;
import dev.migrationgate.config.Nearest;
import dev.migrationgate.files.Selection;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.run.Input;
import dev.migrationgate.substitute.VariableSettings.From;
import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the one declaration of a variable that a path leads to. */
public final class VariableSearch {
  private final String variable;
  private final Optional<Config> config;
  private final List<String> notes = new ArrayList<>();
  private boolean isImageTag;
  private boolean isInNames;

  /**
   * @param config says which ConfigMaps and Secrets declare variables; empty to take that of the
   *     functionConfigs that are found
   */
  public VariableSearch(String variable, Optional<Config> config) {
    this.variable = variable;
    this.config = config;
    this.isImageTag = variable.equals("TAG") || variable.endsWith("_TAG");
    this.isInNames = isImageTag;
  }

  /** True when the value becomes an image's tag, by the variable's name or where it is used. */
  public boolean isImageTag() {
    return isImageTag;
  }

  /** True when the value becomes a part of a resource's name. */
  public boolean isInNames() {
    return isInNames;
  }

  /** Files that were passed over, one line each. */
  public List<String> notes() {
    return notes;
  }

  /**
   * Finds the declaration.
   *
   * @param selection which files of folders are read
   * @param project the configuration for where no functionConfig is found
   * @throws InvalidInput when there is none, or several
   */
  public Declaration find(Path path, Selection selection, Config project) {
    VariableFiles files = new VariableFiles(variable, selection);
    files.add(path);
    notes.addAll(files.notes());
    Set<From> sources = sources(files, project);
    DeclarationReader reader = new DeclarationReader(variable, sources);
    for (Map.Entry<Path, SourceText> file : files.sources().entrySet()) {
      reader.read(file.getKey(), file.getValue());
      noteUses(file.getValue());
    }
    return switch (reader.declarations().size()) {
      case 0 -> throw new InvalidInput(none(path, sources, reader.elsewhere()));
      case 1 -> reader.declarations().get(0);
      default -> throw new InvalidInput(several(path, reader.declarations()));
    };
  }

  private Set<From> sources(VariableFiles files, Config project) {
    Set<From> sources = new LinkedHashSet<>();
    if (config.isPresent()) {
      sources.addAll(config.get().variables().from());
      return sources;
    }
    for (SourceText source : files.configurations()) {
      sources.addAll(ConfigReader.read(source).variables().from());
    }
    if (files.configurations().isEmpty()) {
      sources.addAll(project.variables().from());
    }
    return sources;
  }

  private void noteUses(SourceText source) {
    if (source.text().contains("${" + variable)) {
      for (Document document : YamlReader.read(source)) {
        isImageTag |= DeclarationReader.isUsedIn(document.root(), "image", variable);
        isInNames |= DeclarationReader.isUsedIn(document.root(), "name", variable);
      }
    }
  }

  private String none(Path path, Set<From> sources, List<Declaration> elsewhere) {
    List<String> names = new ArrayList<>();
    for (From source : sources) {
      names.add(source.kind() + " " + source.name());
    }
    String found = "";
    if (!elsewhere.isEmpty()) {
      Declaration other = elsewhere.get(0);
      found =
          " ("
              + other.owner()
              + " in "
              + other.place()
              + " does, but spec.variables.from of the functionConfig does not name it)";
    }
    return path
        + ": nothing declares "
        + variable
        + found
        + "; declare it in "
        + String.join(" or ", names)
        + nearest(path);
  }

  /** A slip in the name is told only where the path is a file of variables. */
  private String nearest(Path path) {
    if (!path.toString().endsWith(".yaml") && !path.toString().endsWith(".yml")) {
      return "";
    }
    List<String> declared = new ArrayList<>();
    for (Document document : YamlReader.read(Input.read(path))) {
      for (Entry entry : document.root().entries("data")) {
        declared.add(entry.name());
      }
    }
    Optional<String> nearest = Nearest.to(variable, declared);
    return nearest.isPresent() ? ", or set " + nearest.get() + ", which is there" : "";
  }

  private String several(Path path, List<Declaration> declarations) {
    List<String> places = new ArrayList<>();
    for (Declaration declaration : declarations) {
      places.add(declaration.place() + " (" + declaration.owner() + ")");
    }
    return path
        + ": "
        + variable
        + " is declared in "
        + declarations.size()
        + " places: "
        + String.join(", ", places)
        + "; name the file that is meant instead of "
        + path;
  }
}
