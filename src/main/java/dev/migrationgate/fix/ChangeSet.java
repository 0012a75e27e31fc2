package dev.migrationgate.fix;

import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Alias;
import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.Edits;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Fragment;
import dev.migrationgate.yaml.Insertion;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.Sequence;
import dev.migrationgate.yaml.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes of one round, as edits of the texts. Changes that make the same field are made one, so
 * that two fixes may both need {@code annotations} that are not there.
 */
public final class ChangeSet {
  private final Manifests manifests;
  private final Map<SourceText, List<Edit>> edits = new HashMap<>();
  private final Map<List<Object>, Grown> grown = new LinkedHashMap<>();
  private final Set<Change.Add> added = new LinkedHashSet<>();
  private final Set<List<Object>> rewritten = new HashSet<>();
  private final FileLayouts layouts;
  private final Sharing sharing = new Sharing();

  /** What a collection of the text gets. */
  private static final class Grown {
    private final Resource resource;
    private final Node node;

    /** The mapping and the entry whose empty value is filled, where it is one. */
    private Optional<Mapping> parent = Optional.empty();

    private Optional<Entry> entry = Optional.empty();
    private Fragment.Entries entries = new Fragment.Entries(List.of());
    private final Map<Integer, List<Fragment>> items = new LinkedHashMap<>();
    private Optional<Fragment.Items> fill = Optional.empty();

    Grown(Resource resource, Node node) {
      this.resource = resource;
      this.node = node;
    }
  }

  public ChangeSet(Manifests manifests) {
    this.manifests = manifests;
    this.layouts = new FileLayouts(manifests);
  }

  /**
   * Takes a change.
   *
   * @throws CannotChange when the text does not take it
   */
  public void add(Change change) {
    if (change instanceof Change.Put put) {
      put(put.resource(), put.path(), put.value());
    } else if (change instanceof Change.Insert insert) {
      insert(insert);
    } else if (change instanceof Change.Rewrite rewrite) {
      rewrite(rewrite.resource(), rewrite.scalar(), rewrite.value());
    } else if (change instanceof Change.Rename rename) {
      sharing.refuse(rename.resource(), rename.scalar());
      edits(rename.resource()).addAll(NameInText.replace(rename));
    } else if (change instanceof Change.Replace replace) {
      sharing.refuse(replace.resource(), replace.scalar());
      edits(replace.resource()).add(ScalarChange.edit(replace));
    } else if (change instanceof Change.Add add) {
      added.add(add);
    }
  }

  /**
   * The edits of each text.
   *
   * @throws CannotChange when two changes touch the same text
   */
  public Map<SourceText, List<Edit>> edits() {
    for (Grown one : grown.values()) {
      write(one);
    }
    grown.clear();
    AddedResources additions = new AddedResources(manifests, layouts);
    for (Change.Add add : added) {
      additions.add(add);
    }
    for (Map.Entry<Resource, List<Edit>> file : additions.edits().entrySet()) {
      edits(file.getKey()).addAll(file.getValue());
    }
    added.clear();
    for (List<Edit> own : edits.values()) {
      try {
        Edits.of(own);
      } catch (IllegalArgumentException e) {
        throw new CannotChange("another fix changes the same place");
      }
    }
    return edits;
  }

  private void put(Resource resource, List<String> path, Fragment value) {
    Node node = resource.root();
    for (int i = 0; i < path.size(); i++) {
      String key = path.get(i);
      if (node instanceof Sequence sequence && key.startsWith("[")) {
        node = TreePath.item(sequence, key);
        continue;
      }
      Mapping mapping = mapping(node, key);
      Optional<Entry> entry = mapping.entry(key);
      if (entry.isEmpty()) {
        refuseMerged(mapping, key);
        sharing.refuse(resource, mapping);
        Grown own = grown(resource, mapping);
        own.entries = own.entries.merge(Fragment.of(key, nested(path, i + 1, value)));
        return;
      }
      node = entry.get().value();
      if (isEmpty(node)) {
        fill(resource, mapping, entry.get(), nested(path, i + 1, value));
        return;
      }
    }
    set(resource, path, node, value);
  }

  private static Mapping mapping(Node node, String key) {
    if (node instanceof Mapping mapping) {
      return mapping;
    }
    throw new CannotChange(
        node instanceof Alias
            ? "the mapping that \"" + key + "\" belongs into is shared through a YAML anchor"
            : "\"" + key + "\" belongs into what is no mapping");
  }

  private static void refuseMerged(Mapping mapping, String key) {
    if (mapping.find(key).isPresent()) {
      throw new CannotChange("\"" + key + "\" comes from a YAML merge key");
    }
  }

  private static Fragment nested(List<String> path, int from, Fragment value) {
    Fragment nested = value;
    for (int i = path.size() - 1; i >= from; i--) {
      nested = Fragment.of(path.get(i), nested);
    }
    return nested;
  }

  private static boolean isEmpty(Node node) {
    return node instanceof Scalar scalar && scalar.isNull()
        || node instanceof Mapping mapping && mapping.entries().isEmpty()
        || node instanceof Sequence sequence && sequence.items().isEmpty();
  }

  private void fill(Resource resource, Mapping parent, Entry entry, Fragment value) {
    sharing.refuse(resource, entry.value());
    // An empty value has no node of its own that another could not equal, but its key has.
    Grown own = grown(resource, entry.key());
    own.parent = Optional.of(parent);
    own.entry = Optional.of(entry);
    if (value instanceof Fragment.Entries entries) {
      own.entries = own.entries.merge(entries);
    } else if (value instanceof Fragment.Items items) {
      own.fill = Optional.of(items);
    } else {
      grown.remove(place(resource, entry.key()));
      edits(resource).addAll(layouts.insertion(resource).fill(parent, entry, value));
    }
  }

  /** Gives a field that has a value another. */
  private void set(Resource resource, List<String> path, Node node, Fragment value) {
    if (value instanceof Fragment.Entries entries) {
      for (Fragment.Pair pair : entries.pairs()) {
        List<String> inner = new ArrayList<>(path);
        inner.add(pair.key());
        put(resource, inner, pair.value());
      }
    } else if (value instanceof Fragment.Items items && node instanceof Sequence sequence) {
      for (Fragment item : items.items()) {
        insert(new Change.Insert(resource, path, sequence.items().size(), item));
      }
    } else if (node instanceof Scalar scalar && value instanceof Fragment.Text text) {
      rewrite(resource, scalar, text.text());
    } else if (node instanceof Scalar scalar && value instanceof Fragment.Literal literal) {
      sharing.refuse(resource, scalar);
      edits(resource).add(new Edit(scalar.start(), scalar.end(), literal.text()));
    } else {
      throw new CannotChange(
          node instanceof Alias
              ? "the value is shared through a YAML anchor"
              : "there is a collection where a value belongs");
    }
  }

  private void insert(Change.Insert insert) {
    Optional<Node> found = TreePath.at(insert.resource().root(), insert.path());
    boolean empty = found.isEmpty() || isEmpty(found.get());
    if (empty) {
      put(insert.resource(), insert.path(), new Fragment.Items(List.of(insert.item())));
    } else if (found.get() instanceof Sequence sequence) {
      sharing.refuse(insert.resource(), sequence);
      Map<Integer, List<Fragment>> items = grown(insert.resource(), sequence).items;
      List<Fragment> here = items.getOrDefault(insert.index(), new ArrayList<>());
      if (!here.contains(insert.item())) {
        here.add(insert.item());
      }
      items.put(insert.index(), here);
    } else {
      throw new CannotChange(
          "\"" + insert.path().get(insert.path().size() - 1) + "\" is no list of its own");
    }
  }

  private void rewrite(Resource resource, Scalar scalar, String value) {
    sharing.refuse(resource, scalar);
    if (scalar.style().isBlock()) {
      throw new CannotChange("the value is a block of text");
    }
    boolean inFlow = Sharing.inFlow(resource.root(), scalar);
    Edit edit = Insertion.rewrite(scalar, value, inFlow);
    if (rewritten.add(List.of(resource.source(), edit))) {
      edits(resource).add(edit);
    }
  }

  private void write(Grown own) {
    Node node = own.node;
    Insertion insertion = layouts.insertion(own.resource);
    List<Edit> all = edits(own.resource);
    if (own.entry.isPresent()) {
      Fragment value = own.fill.isPresent() ? own.fill.get() : own.entries;
      all.addAll(insertion.fill(own.parent.orElseThrow(), own.entry.get(), value));
    } else if (node instanceof Mapping mapping) {
      Map<Integer, List<Fragment.Pair>> byPlace = new LinkedHashMap<>();
      for (Fragment.Pair pair : own.entries.pairs()) {
        int place = FieldOrder.placeOf(pair.key(), mapping);
        List<Fragment.Pair> here = byPlace.getOrDefault(place, new ArrayList<>());
        here.add(pair);
        byPlace.put(place, here);
      }
      for (Map.Entry<Integer, List<Fragment.Pair>> here : byPlace.entrySet()) {
        all.addAll(insertion.entries(mapping, here.getKey(), here.getValue()));
      }
    } else if (node instanceof Sequence sequence) {
      for (Map.Entry<Integer, List<Fragment>> here : own.items.entrySet()) {
        all.addAll(insertion.items(sequence, here.getKey(), here.getValue()));
      }
    }
  }

  private Grown grown(Resource resource, Node node) {
    List<Object> place = place(resource, node);
    Grown own = grown.get(place);
    if (own == null) {
      own = new Grown(resource, node);
      grown.put(place, own);
    }
    return own;
  }

  /** The same for one node of a text; a key and the mapping that it begins start at one offset. */
  private static List<Object> place(Resource resource, Node node) {
    return List.of(resource.source(), node.start(), !(node instanceof Scalar));
  }

  private List<Edit> edits(Resource resource) {
    List<Edit> own = edits.get(resource.source());
    if (own == null) {
      own = new ArrayList<>();
      edits.put(resource.source(), own);
    }
    return own;
  }
}
