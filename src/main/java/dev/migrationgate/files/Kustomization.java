package dev.migrationgate.files;

import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.SourceText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A kustomization's file, and what it refers to. */
public final class Kustomization {
  private static final List<String> NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  /** What it may hold without changing what its resources say. */
  private static final Set<String> HARMLESS =
      Set.of(
          "apiVersion",
          "kind",
          "metadata",
          "resources",
          "bases",
          "components",
          "transformers",
          "sortOptions",
          "openapi",
          "crds",
          "configurations",
          "buildMetadata");

  private final Manifest file;

  public Kustomization(Manifest file) {
    this.file = file;
  }

  /**
   * One of its references.
   *
   * @param path the text, which may lead nowhere
   * @param node where it is written
   */
  public record Reference(String path, Node node) {

    /** True for what only a build fetches. */
    public boolean isRemote() {
      return path.contains("://")
          || path.contains("?ref=")
          || path.startsWith("git@")
          || path.startsWith("github.com/");
    }

    /** True for YAML that stands in the kustomization itself. */
    public boolean isInline() {
      return path.indexOf('\n') >= 0 || path.startsWith("{") || path.contains(": ");
    }
  }

  /** True for the names that kustomize looks for. */
  public static boolean isNamedSo(Path file) {
    return NAMES.contains(file.getFileName().toString());
  }

  /** The kustomization of a folder. */
  static Optional<Path> in(Path folder) {
    return NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }

  public Path path() {
    return file.path();
  }

  public SourceText source() {
    return file.source();
  }

  /** Its first document; an empty mapping's worth of nothing where it has none. */
  public Optional<Node> root() {
    return file.documents().isEmpty()
        ? Optional.empty()
        : Optional.of(file.documents().get(0).root());
  }

  /** The folder that its references start from. */
  public Path folder() {
    Path parent = file.path().getParent();
    return parent == null ? Path.of("") : parent;
  }

  /** Where a reference leads, as the user sees it; throws as {@link #resolve(String)} does. */
  public Path resolve(Reference reference) {
    return resolve(reference.path());
  }

  /**
   * Where a path that stands in it leads, as the user sees it.
   *
   * @throws InvalidInput where it can be none: it holds a NUL, or what the locale has no character
   *     for
   */
  public Path resolve(String path) {
    try {
      return folder().resolve(path).normalize();
    } catch (InvalidPathException e) {
      throw new InvalidInput(
          file.path()
              + ": \""
              + path
              + "\" cannot be the path of a file: "
              + e.getReason()
              + "; correct it");
    }
  }

  /** What becomes part of the build: files, and folders with a kustomization of their own. */
  public List<Reference> resources() {
    List<Reference> all = texts("resources");
    all.addAll(texts("bases"));
    return all;
  }

  /** What works on all that the kustomization is made of, and may bring resources too. */
  public List<Reference> components() {
    return texts("components");
  }

  /** Resources and components. */
  public List<Reference> references() {
    List<Reference> all = resources();
    all.addAll(components());
    return all;
  }

  /** The files that change resources, and are none themselves. */
  public List<Reference> patches() {
    List<Reference> all = new ArrayList<>(texts("patchesStrategicMerge"));
    all.addAll(under("patches", "path"));
    all.addAll(under("patchesJson6902", "path"));
    all.removeIf(Reference::isInline);
    return all;
  }

  /** The configurations of functions, files or inline. */
  public List<Reference> transformers() {
    return texts("transformers");
  }

  /** Every other file that it uses, and that is no resource therefore. */
  List<Reference> others() {
    List<Reference> all = new ArrayList<>();
    for (String list :
        List.of("transformers", "generators", "validators", "configurations", "crds")) {
      all.addAll(texts(list));
    }
    all.addAll(under("replacements", "path"));
    all.addAll(under("helmCharts", "valuesFile"));
    for (String generator : List.of("configMapGenerator", "secretGenerator")) {
      for (Node item : items(generator)) {
        add(item.get("env"), all);
        item.items("envs").forEach(node -> add(Optional.of(node), all));
        item.items("files").forEach(node -> add(Optional.of(node), all));
      }
    }
    root().flatMap(node -> node.at("openapi", "path")).ifPresent(n -> add(Optional.of(n), all));
    all.removeIf(Reference::isInline);
    return all;
  }

  /** The fields that only a build applies. */
  public List<Entry> unapplied() {
    return root().map(Node::entries).orElse(List.of()).stream()
        .filter(entry -> !HARMLESS.contains(entry.name()))
        .toList();
  }

  /** Where something stands in it, for the start of a message. */
  public String place(Node node) {
    return source().name() + ":" + source().line(node.start()) + ": ";
  }

  private List<Node> items(String list) {
    return root().map(node -> node.items(list)).orElse(List.of());
  }

  private List<Reference> texts(String list) {
    List<Reference> all = new ArrayList<>();
    items(list).forEach(item -> add(Optional.of(item), all));
    return all;
  }

  private List<Reference> under(String list, String key) {
    List<Reference> all = new ArrayList<>();
    items(list).forEach(item -> add(item.get(key), all));
    return all;
  }

  private static void add(Optional<Node> node, List<Reference> all) {
    if (node.isPresent() && node.get().text().isPresent()) {
      String text = node.get().text().get();
      // A generator's file may carry its key: name.conf=files/name.conf
      int key = text.indexOf('=');
      boolean keyed = key > 0 && text.indexOf('?') < 0 && text.indexOf('\n') < 0;
      all.add(new Reference(keyed ? text.substring(key + 1) : text, node.get()));
    }
  }
}
