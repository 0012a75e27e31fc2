package dev.migrationgate.fix;

import dev.migrationgate.krm.Groups;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Insertion;
import dev.migrationgate.yaml.Layout;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.SourceText;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** How each file and each document is laid out, read once for all that is put into it. */
final class FileLayouts {
  private final Groups<SourceText, Node> roots = new Groups<>();
  private final Map<SourceText, Layout> layouts = new HashMap<>();
  private final Map<Node, Insertion> insertions = new IdentityHashMap<>();

  FileLayouts(Manifests manifests) {
    for (Resource resource : manifests.resources()) {
      roots.add(resource.source(), resource.root());
    }
  }

  /** What inserts into the document of a resource, in the looks of its file. */
  Insertion insertion(Resource resource) {
    Insertion insertion = insertions.get(resource.root());
    if (insertion == null) {
      insertion = new Insertion(resource.source(), resource.root(), layout(resource));
      insertions.put(resource.root(), insertion);
    }
    return insertion;
  }

  private Layout layout(Resource resource) {
    SourceText source = resource.source();
    Layout layout = layouts.get(source);
    if (layout == null) {
      layout = Layout.of(source, roots.of(source));
      layouts.put(source, layout);
    }
    return layout;
  }
}
